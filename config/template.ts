import { type PartName, partNames, type Template, type TemplateLine } from '../src/article/wording.ts';
import { suggest } from './suggest.ts';

interface LineFault {
  /** Index of the line. */
  readonly at: number;
  readonly message: string;
}

/** UTF-16 units of the newsroom's own words, so that a caption has room for the article's. */
const mostWords = 400;

const braces = /\{([^{}]*)\}/g;
/** What messengers make a link or a hashtag of must not touch other words. */
const alone: readonly PartName[] = ['link', 'tags'];

/** `["{breaking} {headline}", "", "{link}"]` as the renderer reads it; the lines must be without faults. */
export const parseTemplate = (lines: readonly string[]): Template => lines.map(parseLine);

const parseLine = (line: string): TemplateLine => {
  const [first = '', ...rest] = line.split(braces);
  // `split` gives words and names in turn.
  const parts = rest.flatMap((piece, at) =>
    at % 2 === 0 && isPart(piece) ? [{ before: at === 0 ? first : (rest[at - 1] ?? ''), part: piece }] : [],
  );
  return { parts, after: parts.length === 0 ? line : (rest.at(-1) ?? '') };
};

const isPart = (name: string): name is PartName => partNames.some((known) => known === name);

/** Everything that is wrong with a template, in the order of its lines. */
export const findTemplateFaults = (lines: readonly string[]): readonly LineFault[] => {
  const seen = new Set<string>();
  let room = mostWords;
  return lines.flatMap((line, at) => {
    const names = [...line.matchAll(braces)].map(([, name = '']) => name);
    room -= line.replace(braces, '').length;
    const message = findSpellingFault(line, names) ?? findPlaceFault(line, names, seen);
    for (const name of names) seen.add(name);
    if (message !== null) return [{ at, message }];
    return room < 0 ? [{ at, message: `expected at most ${mostWords} characters beside the parts` }] : [];
  });
};

export const hasLink = (template: Template): boolean =>
  template.some(({ parts }) => parts.some(({ part }) => part === 'link'));

const findSpellingFault = (line: string, names: readonly string[]): string | null => {
  const unknown = names.find((name) => !isPart(name));
  if (unknown !== undefined) {
    const nearest = suggest(unknown, partNames);
    const remedy = nearest ? `did you mean {${nearest}}?` : `the parts are ${partNames.join(', ')}`;
    return `expected named parts, and {${unknown}} is none; ${remedy}`;
  }
  if (/[{}]/.test(line.replace(braces, ''))) return 'expected braces only around parts, as in {headline}';
  return /\p{Cc}/u.test(line) ? 'expected one line; a line break begins another one of the list' : null;
};

const findPlaceFault = (line: string, names: readonly string[], seen: ReadonlySet<string>): string | null => {
  const again = names.find((name, at) => seen.has(name) || names.indexOf(name) < at);
  if (again !== undefined) return `expected each part once, and {${again}} stands here again`;
  const touching = alone.find((name) => names.includes(name) && !new RegExp(`(^|\\s)\\{${name}\\}(\\s|$)`).test(line));
  return touching ? `expected a space on both sides of {${touching}}` : null;
};
