import type { Article } from '../article/article.ts';
import type { Compose, Composition } from './compose-article.ts';
import { decodeEntities } from './entities.ts';

/** UTF-16 units of HTML that are looked at, and of text that is composed. */
const maxHtml = 500_000;
const maxText = 20_000;
/** Whatever stood first on the page may have become the summary. */
const doubtful = 0.3;

const unread = /<(script|style|head|nav|header|noscript|template)\b[^<>]*>/gi;
const tag = /<[^<>]*>/g;
const bracket = /[<>]/g;

/** The post of an article that could not be composed as usual: from its text without the tags, and little trusted. */
export const composePlainly = (article: Article, compose: Compose): Composition => {
  const text = article.html === null ? (article.text ?? '') : stripTags(article.html.slice(0, maxHtml));
  const plain = {
    ...article,
    html: null,
    text: text.slice(0, maxText),
    summary: article.summary?.slice(0, maxText) ?? null,
  };
  const { post, body } = compose(plain);
  const isOwn = post.summaryBy === 'editor';
  // Lines of a page that was not understood say nothing of its host.
  return { post: { ...post, confidence: isOwn ? 1 : Math.min(post.confidence, doubtful) }, body, lines: [] };
};

const stripTags = (html: string): string => decodeEntities(dropUnread(html).replace(tag, '\n').replace(bracket, ' '));

/** Without what readers never see; what is not closed is read on, because it may hold the article. */
const dropUnread = (html: string): string => {
  const kept: string[] = [];
  const endless = new Set<string>();
  let from = 0;
  for (const opened of html.matchAll(unread)) {
    const name = opened[1]!;
    if (opened.index < from || endless.has(name)) continue;
    const end = html.indexOf(`</${name}`, opened.index);
    if (end === -1) {
      endless.add(name);
      continue;
    }
    kept.push(html.slice(from, opened.index));
    from = end;
  }
  return `${kept.join('')}${html.slice(from)}`;
};
