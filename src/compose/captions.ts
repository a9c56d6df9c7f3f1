/** A caption is short; a paragraph that merely names a photographer is not one. */
const maxCaption = 400;
const marks: readonly RegExp[] = [
  /\((?:[^()]{0,60}[/:,]\s*)?(?:via )?(?:The )?(?:Associated Press|AP(?: Photo)?|Reuters|AFP|Getty Images|EPA|Pool|РИА Новости|ТАСС|AZƏRTAC|АЗЕРТАДЖ)\)?\s*$/u,
  /\((?:photo|photograph|picture|image|credit|фото|foto|fotoğraf|zdjęcie|bild)s?(?:\s*[:/©]|\s+by\s|\s+courtesy)[^()]*\)/iu,
  /(?:^|[\s.–—-])(?:photo(?:graph|graphy)?|picture|image credit|фото(?:графия)?|foto|fotoğraf|fot|bild)s?\s*[:/©]\s*[^.!?]{0,80}\.?$/iu,
  /\b(?:file photo(?:graph)?|archive photo|image caption|media caption|hide caption)\b|\bphoto(?:graph)?s?\s*:/iu,
  /\/\s*[\p{L}. ]{3,30}$/u,
];

/** True if a line describes a picture and names who made it. */
export const isCaption = (line: string): boolean => line.length <= maxCaption && marks.some((mark) => mark.test(line));
