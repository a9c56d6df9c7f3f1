import { fold } from './fold.ts';
import { numberOf } from './number-words.ts';

const grouped = String.raw`(?<!\p{Nd})\p{Nd}{1,3}(?:\s\p{Nd}{3})+(?:[.,]\p{Nd}+)?(?!\p{Nd})`;
const plain = String.raw`\p{Nd}+(?:[.,:/]\p{Nd}+)*`;
/** A number in digits or a word, each with the sign or the word that follows it. */
const quantity = new RegExp(String.raw`(?:(${grouped}|${plain})|(\p{L}+))(?=(?:[\s-]*(%|\p{L}+))?)`, 'gu');

const scales: readonly (readonly [scale: string, words: RegExp])[] = [
  ['%', /^(?:%$|процент|percent|faiz)/],
  ['3', /^(?:тыс|thousand|(?:min|bin)$)/],
  ['6', /^(?:млн|миллион|million|mln|milyon)/],
  ['9', /^(?:млрд|миллиард|billion|bn$|mlrd|milyar)/],
  ['12', /^(?:трлн|триллион|trillion|tn$|trilyon)/],
];

/**
 * Every number of a text with its scale, such as `5 6` for `5 млн` and for `пять миллионов`: so that neither 5 can be
 * told for 7, nor a million for a billion.
 */
export const listQuantities = (text: string, language: string): readonly string[] => {
  const quantities: string[] = [];
  for (const [, digits, word, next = ''] of fold(text).matchAll(quantity)) {
    const value = digits === undefined ? numberOf(word ?? '', language) : simplify(digits);
    if (value !== undefined) quantities.push(`${value} ${scaleOf(next)}`.trim());
  }
  return quantities;
};

const scaleOf = (word: string): string => scales.find(([, words]) => words.test(word))?.[0] ?? '';

/** `1 500`, `1,500` and `1.500` are 1500; `2,5` is 2.5. */
const simplify = (digits: string): string => {
  const closed = digits.replace(/\s/g, '');
  if (/^\p{Nd}{1,3}(?:,\p{Nd}{3})+(?:\.\p{Nd}+)?$/u.test(closed)) return closed.replaceAll(',', '');
  if (/^\p{Nd}{1,3}(?:\.\p{Nd}{3})+(?:,\p{Nd}+)?$/u.test(closed)) return closed.replaceAll('.', '').replace(',', '.');
  return closed.replace(/^(\p{Nd}+),(\p{Nd}+)$/u, '$1.$2');
};
