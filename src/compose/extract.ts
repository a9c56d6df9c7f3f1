import type { Article } from '../article/article.ts';
import { sayNewsFirst, takeAttribution } from './attribution.ts';
import { cleanBlocks } from './clean-blocks.ts';
import { rateConfidence } from './confidence.ts';
import { type Reading, readBlocks } from './read-blocks.ts';
import { summarise } from './summary.ts';

/** What an article says of itself. */
export interface Extract {
  readonly summary: string;
  /** The sentences that the summary was taken from. */
  readonly sentences: readonly string[];
  /** The lines that were read, before cleaning; the first few. */
  readonly lines: readonly string[];
  readonly credit: string | null;
  readonly confidence: number;
}

const nothing: Extract = { summary: '', sentences: [], lines: [], credit: null, confidence: 0 };
/** An agency that is named further down is the source of a detail, not of the news. */
const creditWithin = 5;
/** Below this, another way to read the article is tried. */
const sure = 0.6;
/** What stands on every page of a host stands around the lead; shorter lines never become part of a summary. */
const mostLines = 150;
const longEnough = 20;

const extractFrom = (reading: Reading, headline: string, repeatedLines: ReadonlySet<string>): Extract => {
  const clean = cleanBlocks(reading.blocks, { headline, repeatedLines, standfirst: reading.from === 'body' });
  const attributed = clean.sentences.map(takeAttribution);
  const [first, ...others] = attributed.map((sentence) => sentence.text).filter((text) => text !== '');
  const sentences = first === undefined ? [] : [sayNewsFirst(first), ...others];
  const summary = summarise(sentences, headline);
  const credit =
    clean.credit ?? attributed.slice(0, creditWithin).find((sentence) => sentence.credit !== null)?.credit ?? null;
  const lines = linesOf(reading);
  return { summary, sentences, lines, credit, confidence: rateConfidence(summary, headline, reading.from) };
};

const linesOf = ({ blocks }: Reading): readonly string[] => [
  ...new Set(
    blocks
      .slice(0, mostLines)
      .map(({ text }) => text)
      .filter((text) => text.length >= longEnough),
  ),
];

/** A description is only a summary: what the article says was read before. */
const besides = (found: Extract, before: Extract, { from }: Reading): Extract =>
  from === 'description' && before.sentences.length > 0
    ? { ...found, sentences: before.sentences, lines: before.lines, credit: found.credit ?? before.credit }
    : found;

/** The summary of an article in its own words, from the way of reading it that agrees best with its headline. */
export const extract = (article: Article, headline: string, repeatedLines: ReadonlySet<string>): Extract => {
  let best = nothing;
  for (const reading of readBlocks(article)) {
    const found = besides(extractFrom(reading, headline, repeatedLines), best, reading);
    if (found.confidence > best.confidence || best.summary === '') best = found;
    if (best.confidence >= sure) break;
  }
  return best;
};
