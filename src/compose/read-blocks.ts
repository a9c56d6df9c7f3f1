import type { Article } from '../article/article.ts';
import type { Block } from './block.ts';
import { readHtmlBlocks } from './html-blocks.ts';
import { readPageArticle } from './page-blocks.ts';
import { readDescription } from './page-description.ts';
import { dropPictureTexts } from './picture-texts.ts';
import { readTextBlocks } from './text-blocks.ts';

export interface Reading {
  readonly blocks: readonly Block[];
  /**
   * `body`: what the newsroom gave as the article. `article`: found in a page. `description`: what a page says of
   * itself. `page`: everything a page has.
   */
  readonly from: 'body' | 'article' | 'description' | 'page';
}

const comments = /<!--[\s\S]*?(?:-->|$)/g;
const pageMarks = /<!doctype\s+html|<(?:html|head|body|frameset)[\s>/]/i;
const typedMarkup = /<(?:p|br|div|h[1-6]|ul|ol)(?:\s[^<>]*)?\/?>/i;

/** A whole page, in which the article must first be found. */
export const isPage = (html: string): boolean => pageMarks.test(html.replace(comments, ''));

/** Ways to read an article, the best first, each done only when it is asked for; `html` wins over `text`. */
export function* readBlocks(article: Pick<Article, 'html' | 'text'>): Generator<Reading> {
  const { html, text } = article;
  if (html !== null && html.trim() !== '') {
    if (isPage(html)) yield { blocks: dropPictureTexts(readPageArticle(html), html), from: 'article' };
    if (isPage(html)) yield { blocks: readDescription(html), from: 'description' };
    yield { blocks: dropPictureTexts(readHtmlBlocks(html), html), from: isPage(html) ? 'page' : 'body' };
  } else if (text !== null) {
    yield { blocks: typedMarkup.test(text) ? readHtmlBlocks(text) : readTextBlocks(text), from: 'body' };
  }
}
