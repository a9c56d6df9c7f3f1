/** Small letters; ё is е, and the dotless ı is i, which newsrooms mix and capitals hide. */
export const fold = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/i\u0307|ı/g, 'i')
    .replaceAll('ё', 'е');

const word = /[\p{L}\p{M}]+/gu;

/** Folded words, without numbers. */
export const foldedWords = (text: string): readonly string[] => fold(text).match(word) ?? [];
