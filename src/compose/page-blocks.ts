import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Block } from './block.ts';
import { readHtmlBlocks } from './html-blocks.ts';
import { slimPage } from './slim-page.ts';

const findArticle = (html: string): string | null => {
  try {
    const { document } = parseHTML(html);
    return new Readability(document, { disableJSONLD: true }).parse()?.content ?? null;
  } catch {
    // Foreign HTML and two foreign libraries: whatever they stumble over, the blocks themselves can still be read.
    return null;
  }
};

/** The blocks of a whole page's article; none if no article can be found in it. */
export const readPageArticle = (html: string): readonly Block[] => {
  const slim = slimPage(html);
  const article = slim === null ? null : findArticle(slim);
  return article === null ? [] : readHtmlBlocks(article);
};
