import { foldedWords } from './fold.ts';
import { findForeignName } from './names.ts';
import { listQuantities } from './quantities.ts';

/** What an answer is held against. */
export interface Source {
  readonly headline: string;
  /** The article's clean text. */
  readonly body: string;
  /** BCP 47 primary subtag. */
  readonly language: string;
}

/** UTF-16 units. */
const shortest = 40;
const longest = 420;

const markup = /[<>*_`#~|{}[\]\\@^]|&#?\w+;|https?:|www\.|^\s*(?:[-–—•]|\d{1,2}[.)])\s|\p{Extended_Pictographic}/imu;
const invisible = /[\p{Cf}\p{Cs}\p{Co}]|[^\P{Cc}\n\r]/u;
const address = /[\p{L}\d]\.(?:az|ru|com|org|net|info|tr|tv|me|io)(?![\p{L}\d])/iu;
const begins = /^["«“„'‘(]*[\p{Lu}\p{Nd}]/u;
const ends = /[.!?]["»”’)]*$/u;

/**
 * Why an answer is not to be used as a summary; null: it may be. Whatever the article talked the model into, this decides:
 * it knows nothing of instructions, only whether the answer says what the article says. `tellLanguage`: `und` if it
 * cannot be told.
 */
export const findFault = (answer: string, source: Source, tellLanguage: (text: string) => string): string | null => {
  const text = answer.trim();
  if (text === '') return 'it is empty';
  if (text.length < shortest || text.length > longest)
    return `it has ${text.length} characters, not ${shortest} to ${longest}`;
  if ([markup, invisible, address].some((sign) => sign.test(text))) return 'it has markup or a link';
  if (!begins.test(text) || !ends.test(text)) return 'it is not made of whole sentences';
  const language = tellLanguage(text);
  if (language !== source.language) return `its language is ${language}, not ${source.language}`;
  return findForeignFact(text, source);
};

const findForeignFact = (text: string, { headline, body, language }: Source): string | null => {
  const article = `${headline}\n${body}`;
  const quantities = new Set(listQuantities(article, language));
  const number = listQuantities(text, language).find((one) => !quantities.has(one));
  if (number !== undefined) return `a number (${number}) does not stand in the article`;
  const name = findForeignName(text, article, language);
  if (name !== null) return `a name (${name.slice(0, 40)}) does not stand in the article`;
  if (shareOf(text, headline) > mostOfHeadline) return 'it only says the headline again';
  return shareOf(text, article) < leastOfArticle ? 'it says other things than the article' : null;
};

const mostOfHeadline = 0.8;
/** A model may choose its own words; one that speaks of something else shares hardly any. */
const leastOfArticle = 0.5;

/** How many of the longer words of `text` stand in `other`, from 0 to 1; five letters tell forms of a word together. */
const shareOf = (text: string, other: string): number => {
  const stems = stemsOf(text);
  const known = stemsOf(other);
  return [...stems].filter((stem) => known.has(stem)).length / Math.max(1, stems.size);
};

const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(
    foldedWords(text)
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, 5)),
  );
