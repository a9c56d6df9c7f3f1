import { decodeEntities } from './entities.ts';
import { readHtmlBlocks } from './html-blocks.ts';
import { toPlainText } from './plain-text.ts';
import { isFinished } from './sentences.ts';
import { createRepeatsHeadline, wordsOf } from './words.ts';

/** Shorter than this, a line without an end mark is an editor's own; longer, it may be what a form cut off. */
const mayBeCut = 100;
const markup = /<\/?[a-z][^<>]*>/i;

const toText = (summary: string): string =>
  markup.test(summary)
    ? readHtmlBlocks(summary)
        .map((block) => block.text)
        .join(' ')
    : toPlainText(decodeEntities(summary));

const isCutOff = (summary: string): boolean => /(?:…|\.{3})["»”)\]]*$/u.test(summary) || !isFinished(summary);

/** True if the body says the same words in the same order, so that the summary is only where a form stopped. */
const isHeadOf = (summary: string, body: string): boolean => {
  const words = wordsOf(summary).slice(0, -1).join(' ');
  return wordsOf(body).join(' ').includes(words);
};

/**
 * The summary that an editor wrote, as text; null if there is none that can be trusted: it only says the headline
 * again, or it is the body's own text cut off in mid-sentence.
 */
export const takeEditorSummary = (summary: string | null, headline: string, body: string): string | null => {
  const text = summary === null ? '' : toText(summary);
  if (text === '' || createRepeatsHeadline(headline)(text)) return null;
  return text.length > mayBeCut && isCutOff(text) && isHeadOf(text, body) ? null : text;
};
