import type { PageNames } from './page-names.ts';
import { word, wordsOf } from './words.ts';

/** What stands between a headline and a site. A colon after a word stands within a headline, too. */
const apart = /[|•·›—–-]|\s»|:{2}|\s:\s|\//u;
/** What may follow the heading of a page in the title of its window. */
const apartBehind = /[|•·›—–-]|\s»|:{2}|\s:\s|\/|^[,.]\s/u;
const closing = /^[?!…"”»’')\]%]*/u;
const opening = /["“«‘'([#$]*$/u;
/** Fewer words than this are no headline. */
const fewest = 3;
/** Longer than most names. */
const longerThanNames = 4;

/** True if a title may have more in it than a headline. */
export const mayHaveMore = (title: string): boolean => apart.test(title) || /[,.]\s/u.test(title);

/** The part of a title that the page itself says alone, if something stands apart before or behind it. */
export const cutTitle = (title: string, { headings, shared }: PageNames): string => {
  const words = [...title.matchAll(word)];
  const said = words.map(([text]) => text.toLowerCase()).join(' ');
  if (headings.some((heading) => wordsOf(heading).join(' ') === said)) return title;
  const find = (text: string): string => findPart(title, words, wordsOf(text));
  // The site's name may be a heading, too.
  const isNoName = (part: string): boolean =>
    part.length * 2 > title.length || (title.startsWith(part) && wordsOf(part).length >= longerThanNames);
  const parts = [...headings.map(find).filter(isNoName), ...shared.map(find)];
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '') || title;
};

/** The part of the title that has these words and stands apart from the others; '' if there is none. */
const findPart = (title: string, words: readonly RegExpExecArray[], own: readonly string[]): string => {
  if (own.length < fewest || own.length >= words.length) return '';
  const first = words.findIndex((_, from) => own.every((one, at) => words[from + at]?.[0].toLowerCase() === one));
  if (first === -1) return '';
  const start = words[first]!.index;
  const last = words[first + own.length - 1]!;
  const end = last.index + last[0].length;
  const before = title.slice(first === 0 ? 0 : words[first - 1]!.index + words[first - 1]![0].length, start);
  const after = title.slice(end, words[first + own.length]?.index);
  const isApart =
    (first === 0 || apart.test(before)) && (end + after.length === title.length || apartBehind.test(after));
  return isApart ? `${opening.exec(before)![0]}${title.slice(start, end)}${closing.exec(after)![0]}` : '';
};
