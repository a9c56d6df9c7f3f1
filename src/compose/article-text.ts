import type { Article } from '../article/article.ts';
import { isFurniture } from './clean-blocks.ts';
import { readBlocks } from './read-blocks.ts';

/** The text of an article, a block a line, without what stands around it; headings stay. Empty if there is none. */
export const readArticleText = (article: Pick<Article, 'html' | 'text'>): string => {
  for (const { blocks, from } of readBlocks(article)) {
    if (from === 'description') continue;
    const lines = blocks.filter((block) => !isFurniture(block)).map(({ text }) => text);
    if (lines.length > 0) return lines.join('\n');
  }
  return '';
};
