const lineBreaks = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
/** Lone surrogates are not text; a BOM means nothing inside one; embeddings, overrides and isolates could reorder what follows. */
const unwanted = /\p{Surrogate}|[\uFEFF\u202A-\u202E\u2066-\u2069]/gu;
const hasVisible = /[^\s\p{C}]/u;

/** NFC: Telegram drops some combining marks, which a composed letter survives. */
const cleanCharacters = (text: string): string => {
  const clean = text
    .replace(lineBreaks, '\n')
    .replace(unwanted, '')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .normalize('NFC');
  return hasVisible.test(clean) ? clean : '';
};

/** One line of safe characters. */
export const cleanLine = (text: string): string =>
  cleanCharacters(text)
    .replace(/[ \n]+/g, ' ')
    .trim();

/** Paragraphs of safe characters; line breaks stay, at most one empty line between two paragraphs. */
export const cleanParagraphs = (text: string): string =>
  cleanCharacters(text)
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
