import { Readability } from '@mozilla/readability';
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import type { Block } from './block.ts';
import { readHtmlBlocks } from './html-blocks.ts';
import { slimPage } from './slim-page.ts';

const findArticle = (html: string): string | null => {
  try {
    const document = new JSDOMParser().parse(html);
    return new Readability(document, { disableJSONLD: true, keepClasses: true }).parse()?.content ?? null;
  } catch {
    // Foreign HTML and a foreign library: whatever it stumbles over, the blocks themselves can still be read.
    return null;
  }
};

/** Between the title of an article and its text stand few things: a date, an author, a picture. */
const mostBetween = 8;
const shortest = 60;
const mostlyText = 0.3;
const sentence = /[.!?]["”»]?$/u;
const severalSentences = /\p{Ll}[.!?]["”»]?\s+["“«]?\p{Lu}/u;

/** The standfirst between the title and the text, which the search for an article often leaves behind. */
const findStandfirst = (page: readonly Block[], article: readonly Block[]): readonly Block[] => {
  const at = page.findIndex(({ text }) => text === article[0]?.text);
  const before = page.slice(Math.max(0, at - mostBetween), Math.max(0, at));
  const title = before.findLastIndex(({ text, heading }) => heading && !sentence.test(text));
  if (title === -1) return [];
  const between = before.slice(title + 1);
  // A caption may stand there, too; it has one sentence and is no heading.
  return between
    .filter(({ heading, text }) =>
      heading ? sentence.test(text) : between.length === 1 && severalSentences.test(text),
    )
    .filter(({ text, linked }) => text.length >= shortest && linked < mostlyText)
    .slice(0, 1);
};

/** The blocks of a whole page's article; none if no article can be found in it. */
export const readPageArticle = (html: string): readonly Block[] => {
  const slim = slimPage(html);
  const article = slim === null ? null : findArticle(slim);
  if (slim === null || article === null) return [];
  const blocks = readHtmlBlocks(article);
  return [...findStandfirst(readHtmlBlocks(slim), blocks), ...blocks];
};
