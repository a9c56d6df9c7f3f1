const strong = /\p{L}/gu;
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const rightToLeftMark = '\u200F';

/**
 * Text that is mostly right-to-left but begins with a Latin name would be laid out from the left: a mark sets it right.
 * Messengers take each line's direction from its first letter, so each line is marked alone.
 */
export const markDirection = (text: string): string => (rightToLeft.test(text) ? text.replace(/.+/g, markLine) : text);

const markLine = (line: string): string => {
  const letters = line.match(strong) ?? [];
  const first = letters[0];
  if (first === undefined || rightToLeft.test(first)) return line;
  const turned = letters.filter((letter) => rightToLeft.test(letter)).length;
  return turned * 2 > letters.length ? rightToLeftMark + line : line;
};
