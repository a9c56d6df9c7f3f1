import type { PageNames } from './page-names.ts';
import { word, wordsOf } from './words.ts';

/** What stands between a headline and a site. A colon after a word stands within a headline, too. */
const apart = /[|•·›—–-]|\s»|:{2}|\s:\s|\//u;
/** What may follow the heading of a page in the title of its window. */
const apartBehind = /[|•·›—–-]|\s»|:{2}|\s:\s|\/|^[,.]\s/u;
/** A rubric, a site or an agency may end like this, and headlines have it within: "Site: ...", "... : Rubric". */
const weaklyApart = /^[^\p{L}\p{N}]*[:.]\s/u;
const closing = /^[?!…"”»’')\]%]*/u;
/** "U.S": its full stop belongs to it. */
const abbreviated = /\p{L}\.\p{L}$/u;
const opening = /["“«‘'([#$]*$/u;
/** Fewer words than this are no headline. */
const fewest = 3;
/** Longer than most names. */
const longerThanNames = 4;

/** "killedPolice": a title and the line below it. */
const glued = /\p{Ll}\p{Lu}\p{Ll}/u;

/** True if a title may have more in it than a headline. */
export const mayHaveMore = (title: string): boolean => apart.test(title) || /[,.:]\s/u.test(title) || glued.test(title);

const longestOf = (parts: readonly string[]): string =>
  parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');

/** The part of a title that the page itself says alone, if something stands apart before or behind it. */
export const cutTitle = (title: string, { headings, shared, lines }: PageNames): string => {
  const words = [...title.matchAll(word)];
  const said = words.map(([text]) => text.toLowerCase()).join(' ');
  const isWhole = (text: string): boolean => wordsOf(text).join(' ') === said;
  if (headings.some(isWhole)) return title;
  const isMeant = shared.some(isWhole);
  const find = (text: string, strictly = isMeant): string => findPart(title, words, wordsOf(text), strictly);
  // The site's name may be a heading, too.
  const isNoName = (part: string): boolean =>
    part.length * 2 > title.length || (title.startsWith(part) && wordsOf(part).length >= longerThanNames);
  return (
    longestOf(headings.map((heading) => find(heading)).filter(isNoName)) ||
    longestOf(shared.map((text) => find(text))) ||
    longestOf(lines.map((line) => find(line, true)).filter((part) => isNoName(part) && isFirst(title, part))) ||
    partGlued(title, longestOf([...headings, ...lines].filter((line) => isGlued(title, line))))
  );
};

/** True if a line so long has no more before it than a name. */
const isFirst = (title: string, line: string): boolean =>
  wordsOf(line).length >= longerThanNames && wordsOf(title.slice(0, title.indexOf(line))).length <= longerThanNames;

/** A title and the line below it, each a sentence. */
const partGlued = (title: string, line: string): string =>
  line === '' ? title : `${line}. ${title.slice(line.length)}`;

const isGlued = (title: string, line: string): boolean =>
  wordsOf(line).length >= longerThanNames &&
  title.startsWith(line) &&
  /\p{Ll}$/u.test(line) &&
  /^\p{Lu}/u.test(title.slice(line.length));

/** The part of the title that has these words and stands apart from the others; '' if there is none. */
const findPart = (
  title: string,
  words: readonly RegExpExecArray[],
  wanted: readonly string[],
  strictly: boolean,
): string => {
  if (wanted.length < fewest || wanted.length >= words.length) return '';
  const first = words.findIndex((_, from) => wanted.every((one, at) => words[from + at]?.[0].toLowerCase() === one));
  if (first === -1) return '';
  const start = words[first]!.index;
  const last = words[first + wanted.length - 1]!;
  const end = last.index + last[0].length;
  const before = title.slice(first === 0 ? 0 : words[first - 1]!.index + words[first - 1]![0].length, start);
  const after = title.slice(end, words[first + wanted.length]?.index);
  // A title that is shared with its colon in it means it.
  const isWeak = (between: string): boolean => !strictly && weaklyApart.test(between);
  const isApart =
    (first === 0 || apart.test(before) || isWeak(before)) &&
    (end + after.length === title.length || apartBehind.test(after) || isWeak(after));
  const own = title.slice(start, end);
  const stop = abbreviated.test(own) && after.startsWith('.') ? '.' : closing.exec(after)![0];
  return isApart ? `${opening.exec(before)![0]}${own}${stop}` : '';
};
