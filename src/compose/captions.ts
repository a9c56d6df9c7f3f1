import { agencyPattern } from './agencies.ts';
import { month } from './dates.ts';

/** A caption is short; a paragraph that merely names a photographer is not one. */
const maxCaption = 400;
const marks: readonly RegExp[] = [
  /\((?:[^()]{0,60}[/:,]\s*)?(?:via )?(?:The )?(?:Associated Press|AP(?: Photo)?|Reuters|AFP|Getty Images|EPA|Pool|РИА Новости|ТАСС|AZƏRTAC|АЗЕРТАДЖ)\)?\s*$/u,
  /\([^()]{3,60}, (?:file|archive|архив)\)\.?$/iu,
  // SOMEBODY / SOME PAPER Crews begin ... ; ... on the cervix. (Some Body)
  /^\p{Lu}[\p{Lu}.'’ -]{4,40}\/\s?\p{Lu}[\p{Lu}.'’ ]{3,40}\s/u,
  /(?:^|[.!?]\s)\(\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,2}(?:\s?\/\s?[^()]{2,40})?\)\.?$/u,
  /\((?:photo|photograph|picture|image|credit|фото|foto|fotoğraf|zdjęcie|bild)s?(?:\s*[:/©]|\s+by\s|\s+courtesy)[^()]*\)/iu,
  /\(\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,3} (?:photo|picture|image)s?\)\.?$/u,
  // (ABC News: Some Body)
  /[.!?]?\s?\((?:\p{Lu}[\p{L}]* ?){1,4}: \p{Lu}\p{Ll}[^()]{2,40}\)\.?$/u,
  // ... . Stock image.
  /(?:^|[.!?]\s)(?:stock|file|archive|library) (?:image|photo|picture|pic)s?\.?$/iu,
  /(?:^|[\s.–—-])(?:photo(?:graph|graphy)?|picture|pic|image credit|(?<=[.!?]\s?)(?:image|credit|graphic)|фото(?:графия)?|foto|fotoğraf|fot|bild|иллюстрация|скриншот)s?\s*[:/©]\s*(?:[^.!?]|\.(?=\S)){0,80}\.?$/iu,
  // The bridge at dawn. Photo by Somebody.
  /[.!?]["”»]?\s(?:Photo(?:graph)?s?|Pictures?|Images?) (?:by|courtesy) [^.!?]{3,60}[\s.|]*$/u,
  // ... at dawn. Somebody/Some Paper
  /\/\s*\p{Lu}[\p{L}. ]{2,29}$/u,
  // Wards are full. (CBC) -- an agency signs its news like that, too.
  new RegExp(`[.!?]["”»]?\\s\\((?!${agencyPattern}\\))\\p{Lu}{2,6}\\)\\.?$`, 'u'),
  // Agency's Somebody discusses ...: of a video.
  new RegExp(
    `^${agencyPattern}['’]s (?:\\p{Lu}\\S+ ){1,3}(?:discusses|reports?|explains|looks at|has (?:more|the )|speaks|talks|breaks down)`,
    'u',
  ),
  // Somebody cries in Baku, Sunday, May 3, 2026. -- no news names the year of its week.
  new RegExp(`, (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, ${month} \\d{1,2}, \\d{4}\\.$`, 'u'),
  // Somebody in 2006. -- without a verb.
  /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3} in (?:\p{Lu}\p{Ll}+ )?\d{4}\.$/u,
  // Somebody, left, is pictured with somebody else.
  /\p{Lu}[\p{L}.'’-]+, (?:(?:second|third|far|top|bottom)(?: from)? )?(?:left|right|cent(?:er|re)), /u,
];
/** As agencies begin one, or after the button of a player: whatever its length, all of the paragraph is the caption. */
const captioned =
  /^\(?FILE(?: PHOTO)?\s*[-–—:]\s|^CLOSE\s(?=\p{Lu})|^Camera Icon(?=\s?\p{Lu})|^In (?:this (?:.{0,40} )?|an? (?:undated|file|handout) )photo(?:graph)?\b/u;

const englishMark =
  /image source, \p{Lu}|\b(?:file photo(?:graph)?|archive photo|image caption|media caption|hide caption|not pictured|(?:is|are) pictured|in (?:this (?:[\p{L}\d.,]+ ){0,4}|an? (?:undated|file|handout) )(?:photo(?:graph)?|picture|image))\b|\bphoto(?:graph)?s?\s*:/iu;
/** In every match of the above, and ten times as fast to look for. */
const englishWord = /photo|caption|picture|image/i;

/** True if a line describes a picture or a video: it names who made it, or says where in it somebody stands. */
export const isCaption = (line: string): boolean =>
  captioned.test(line) ||
  (line.length <= maxCaption &&
    (marks.some((mark) => mark.test(line)) || (englishWord.test(line) && englishMark.test(line))));
