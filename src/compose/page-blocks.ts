import { Readability } from '@mozilla/readability';
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import type { Block } from './block.ts';
import { readHtmlBlocks } from './html-blocks.ts';
import { slimPage } from './slim-page.ts';

const findArticle = (html: string): string | null => {
  try {
    const document = new JSDOMParser().parse(html);
    return new Readability(document, { disableJSONLD: true }).parse()?.content ?? null;
  } catch {
    // Foreign HTML and a foreign library: whatever it stumbles over, the blocks themselves can still be read.
    return null;
  }
};

/** The blocks of a whole page's article; none if no article can be found in it. */
export const readPageArticle = (html: string): readonly Block[] => {
  const slim = slimPage(html);
  const article = slim === null ? null : findArticle(slim);
  return article === null ? [] : readHtmlBlocks(article);
};
