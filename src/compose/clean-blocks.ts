import { readSourceLine } from './attribution.ts';
import type { Block } from './block.ts';
import { isCaption } from './captions.ts';
import { takeDateline } from './dateline.ts';
import { hasClockOrDate } from './dates.ts';
import { isByline, isNoise, opensOtherArticles } from './noise.ts';
import { dropAboveHeadline, dropFeed, dropSpeakers } from './page-head.ts';
import { isFinished, splitSentences } from './sentences.ts';
import { tidyLine } from './tidy-line.ts';
import { countShared, createRepeatsHeadline, stemsOf, wordsOf } from './words.ts';

/** What an article says, sentence by sentence, and the agency that its datelines or its last line name. */
export interface CleanText {
  readonly sentences: readonly string[];
  readonly credit: string | null;
}

export interface Surroundings {
  readonly headline: string;
  readonly repeatedLines: ReadonlySet<string>;
  /** The first line may be a standfirst without its full stop. Where a page was searched it is a caption more often. */
  readonly standfirst: boolean;
}

/** UTF-16 units: far more than a post can say, and little enough that a hostile text costs nothing. */
const maxLead = 4_000;
/** Never in mid-sentence, if there is an end before. */
const cutLead = (text: string): string => {
  const lead = text.slice(0, maxLead);
  return lead.length === text.length ? lead : lead.replace(/(?<=[.!?…]\S{0,2}\s)[^.!?…]*$/u, '');
};
/** A line of fewer words without an end mark is a label, a name or a rubric. */
const minWords = 8;
/** Only in a line this short does one phrase speak for the whole of it. */
const shortLine = 250;
/** After "read also" and its like, a line must be this long to belong to the article again. */
const longLine = 120;
const mostlyLinked = 0.6;
const wholly = 0.9;

/** In a page, a short line that ends like this was cut off by the site: a teaser, of this article or of another. */
const teaser = /(?:…|\.{3})$/u;
const open = /[:,;–—-]$/u;
/** An open line with a time, an address or a bar in it is made by the site, not written by the author. */
const isLabel = (line: string): boolean =>
  hasClockOrDate(line) || /[|@•]|\/\/|https?:|^By\s/u.test(line) || titleOfPage.test(line);
/** "Headline — Rubric — Paper — City". */
const titleOfPage = /(?:\s[|»›·:/—–-]{1,2}\s[^.!?]*){3}/u;
/** Headlines of other articles, set without a space between them: two words like "milkMothers" or more. */
const gluedLinks = /(?:(?<!\p{L})\p{Ll}{3,}\p{Lu}\p{Ll}{2,}.*){2}/u;
/** One such seam is enough after a quotation and in a line that is no sentence. */
const gluedQuote = /(?:^|\s)['‘“"«][^'’”"»]*\p{L}['’”"»]\p{Lu}\p{Ll}/u;
/** "City: +12". */
const signed = /\p{L}\s?:\s[+−]\d/u;
const item = /^\d{1,2}[.)]\s+\p{Lu}/u;
const longestItem = 100;
/** "1. Close the windows.": of a numbered list; a date begins like that, too. */
const isItem = (line: string): boolean => line.length < longestItem && item.test(line) && !hasClockOrDate(line);
const isListed = (line: string): boolean =>
  (isLabel(line) && !holdsSentence.test(line)) || gluedQuote.test(line) || signed.test(line);
/** Only its end was left open. */
const holdsSentence = /^.{30,}\p{Ll}{2}[.!?]["»”)]*\s["«“]?\p{Lu}.{30}/u;
/** A cell of a table, or a row: nearly as many figures as words; in a long one half of them, for sentences have dates. */
const isFigures = (line: string): boolean => {
  if (!/^\d/u.test(line)) return false;
  const words = wordsOf(line);
  const figures = words.filter((w) => /^\d/u.test(w)).length;
  return figures >= words.length * (words.length < minWords ? 0.4 : 0.5);
};
/** A sentence with long links in it is still one; a headline of another article is nothing but a link. */
const isLinks = (text: string, linked: number): boolean => linked > (/\.["»”’]*$/u.test(text) ? wholly : mostlyLinked);
/** A title set in capitals; a sentence ends with its mark. */
const isShouted = (line: string): boolean =>
  line === line.toUpperCase() && /\p{Lu}{3}/u.test(line) && !isFinished(line);
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);
const finish = (line: string): string => (isFinished(line) || open.test(line) ? line : `${line}.`);

/** True if a block stands around the article: a list of links, or a short line that no article has. */
export const isFurniture = ({ text, linked }: Block): boolean =>
  linked > mostlyLinked || (text.length < shortLine && isNoise(text));

/** A heading as long as this that ends with a full stop is a lead, set in large letters. */
const isSentence = (heading: string): boolean => heading.length >= longLine / 2 && heading.endsWith('.');

/** An author is named within so many blocks, or at the end. */
const bylineWithin = 8;

/** In a page, what stands before the author's name is no heading and no link: the caption of a picture. */
const dropCaptions = (blocks: readonly Block[]): readonly Block[] => {
  const at = blocks.slice(0, bylineWithin).findIndex(({ text }) => isByline(text));
  const rest = blocks.slice(at + 1);
  const isArticle = rest.filter(({ text }) => text.length >= longLine).length > at;
  return at > 0 && isArticle ? [...blocks.slice(0, at).filter(({ heading }) => heading), ...rest] : blocks;
};

/** Among so many lines a standfirst may be, and its twin. */
const standfirstWithin = 12;

/** What a caption says behind which somebody is named, and the page says above it, too. */
const dropCaptioned = (lines: readonly string[]): readonly string[] => {
  const head = lines.slice(0, standfirstWithin);
  const isCaptioned = (line: string): boolean =>
    head.some((other) => other !== line && other.length < shortLine && other.startsWith(line) && isCaption(other));
  return [...head.filter((line) => !isCaptioned(line)), ...lines.slice(standfirstWithin)];
};

/** The blocks that may belong to the article: no headings, no links, nothing from lists of other articles. */
const dropSurroundings = (blocks: readonly Block[], { repeatedLines }: Surroundings): readonly string[] => {
  // Where nothing stands outside of links, somebody forgot to close one.
  const linksTell = blocks.some((block) => block.linked <= mostlyLinked && block.text.length >= longLine / 2);
  let elsewhere = false;
  const kept: string[] = [];
  for (const { text, heading, linked } of blocks) {
    if (opensOtherArticles(text)) elsewhere = true;
    if ((heading && !isSentence(text)) || (linksTell && isLinks(text, linked)) || repeatedLines.has(text)) continue;
    if (elsewhere && (text.length < longLine || !isFinished(text))) continue;
    elsewhere = false;
    kept.push(text);
  }
  return kept;
};

const isHeadline = (line: string): boolean => !isFinished(line) && !open.test(line) && wordsOf(line).length >= minWords;

/** Where the first two lines that say something new are headlines, neither is a standfirst. */
const opensWithHeadlines = (lines: readonly string[], repeatsHeadline: (line: string) => boolean): boolean => {
  let found = 0;
  for (const line of lines.slice(0, standfirstWithin)) {
    if (repeatsHeadline(line) || isNoise(line)) continue;
    if (!isHeadline(line)) return false;
    found += 1;
    if (found === 2) return true;
  }
  return true;
};

/** UTF-16 units of what may stand above a lead. */
const longestAbove = 400;
const sameStart = 30;
/** Of so many content words, a headline tells something. */
const telling = 4;

/**
 * A first line that only names the news, as the sentence after it does at length, is the title again in other words;
 * one that breaks off where that goes on is a teaser.
 */
const dropTitle = (sentences: Set<string>, headline: string): void => {
  const [title = '', lead = ''] = sentences;
  if (teaser.test(title)) {
    if (lead.startsWith(title.slice(0, sameStart))) sentences.delete(title);
    return;
  }
  const stems = stemsOf(title);
  const isLess = countShared(stems, stemsOf(lead)) * 4 >= stems.size * 3;
  // Under a headline that tells nothing, a page's own name perhaps, it is the only title there is.
  const told = stemsOf(headline);
  if (isLess && (told.size >= telling || countShared(stems, told) > 1)) sentences.delete(title);
};

/**
 * A first line without its full stop that says less of the headline than the sentence after it: a caption. In Cyrillic it
 * is a standfirst as a rule (measured on news pages).
 */
const dropAside = (sentences: Set<string>, headline: string): void => {
  const [line = '', lead = ''] = sentences;
  if (/\p{Script=Cyrillic}/u.test(line) || !isFinished(lead) || lead.length < longLine / 2) return;
  const told = stemsOf(headline);
  const inLead = countShared(told, stemsOf(lead));
  if (inLead > 1 && inLead > countShared(told, stemsOf(line))) sentences.delete(line);
};

/** Leaves out what stands around an article, and the lines that say its headline again. */
export const cleanBlocks = (blocks: readonly Block[], around: Surroundings): CleanText => {
  const sentences = new Set<string>();
  const fragments: string[] = [];
  const repeatsHeadline = createRepeatsHeadline(around.headline);
  let credit: string | null = null;
  let titled = false;
  let length = 0;
  const article = dropSpeakers(dropAboveHeadline(dropFeed(blocks), around.headline, repeatsHeadline));
  const lines = dropCaptioned(dropSurroundings(around.standfirst ? article : dropCaptions(article), around));
  const mayBeStandfirst = around.standfirst && !opensWithHeadlines(lines, repeatsHeadline);
  const told = stemsOf(around.headline);
  const isOfNews = (): boolean => countShared(told, stemsOf([...sentences].join(' '))) > 1;
  let isDated = false;
  for (const block of lines) {
    if (length > maxLead) break;
    const tidy = tidyLine(cutLead(block), around.headline);
    const lead = takeDateline(tidy);
    const line = lead.text;
    // What stands above the lead, if an agency's dateline shows where that begins: a caption, or who wrote it.
    if (
      !isDated &&
      line !== tidy &&
      /^[\p{L}(]/u.test(tidy) &&
      line.length >= longLine / 2 &&
      length < longestAbove &&
      !isOfNews()
    ) {
      sentences.clear();
      length = 0;
    }
    isDated ||= line !== tidy;
    credit ??= lead.credit ?? readSourceLine(line);
    if (!hasWords(line) || isCaption(line) || repeatsHeadline(line)) continue;
    if (line.length < shortLine && (isNoise(line) || gluedLinks.test(line) || (!isFinished(line) && isListed(line))))
      continue;
    const isTeaser = !around.standfirst && line.length < shortLine && teaser.test(line);
    if (
      isTeaser ||
      isShouted(line) ||
      isItem(line) ||
      isFigures(line) ||
      (!isFinished(line) && wordsOf(line).length < minWords)
    ) {
      fragments.push(line);
      continue;
    }
    const isStandfirst = mayBeStandfirst && length === 0;
    titled ||= isStandfirst && (!isFinished(line) || teaser.test(line));
    for (const sentence of splitSentences(isStandfirst ? finish(line) : line)) {
      const isWhole = sentence === line && line.length < shortLine;
      if (!isWhole && (!hasWords(sentence) || isNoise(sentence) || isCaption(sentence) || repeatsHeadline(sentence)))
        continue;
      sentences.add(sentence);
      length += sentence.length;
    }
  }
  if (titled) {
    dropTitle(sentences, around.headline);
    dropAside(sentences, around.headline);
  }
  // An article of labels only still says something.
  return { sentences: sentences.size > 0 ? [...sentences] : fragments.slice(0, 10).map(finish), credit };
};
