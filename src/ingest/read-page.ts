import { createHash } from 'node:crypto';
import { canonicalAddress } from './address.ts';
import { decodePage } from './decode-page.ts';
import type { FetchFault } from './fetch-fault.ts';
import type { Fetched, Fetcher } from './guarded-fetch.ts';
import type { IncomingArticle } from './incoming-article.ts';

export type PageReading =
  | { readonly kind: 'read'; readonly article: IncomingArticle }
  | ({ readonly kind: 'failed' } & FetchFault);

const accept = 'text/html,application/xhtml+xml;q=0.9';
const maxBytes = 5 * 1024 * 1024;

/** Reads pages as articles: what a page says of itself, its address for an id, and the whole of it as `html`. */
export const createPageReader =
  (fetcher: Pick<Fetcher, 'fetch'>): ((url: string) => Promise<PageReading>) =>
  async (url) => {
    const fetched = await fetcher.fetch({ url, accept, maxBytes });
    return fetched.kind === 'failed' ? fetched : readPage(fetched);
  };

/** An article's own fields, and the page's for those that it lacks. */
export const completeFromPage = (article: IncomingArticle, page: IncomingArticle): IncomingArticle => ({
  ...article,
  language: article.language ?? page.language,
  section: article.section ?? page.section,
  html: article.html ?? (article.text === null ? page.html : null),
  image: article.image ?? page.image,
  publishedAt: article.publishedAt ?? page.publishedAt,
  tags: article.tags.length > 0 ? article.tags : page.tags,
});

const readPage = async ({ url, contentType, bytes }: Extract<Fetched, { kind: 'fetched' }>): Promise<PageReading> => {
  const html = decodePage(bytes, contentType);
  if (!isPage(contentType, html)) {
    const found = contentType.split(';')[0] || 'something unnamed';
    return unreadable(`the address holds ${found}, not a page`, 'give the address of a page, or send the text');
  }
  // The DOM that it needs takes 17 MB, and many newsrooms send every event with its text.
  const { readPageMetadata } = await import('./page-metadata.ts');
  const { title, ...metadata } = readPageMetadata(html, url);
  if (title === null) return unreadable('the page has no title', 'give the page a title, or send one in the event');
  const id = createHash('sha256').update(canonicalAddress(metadata.url)).digest('hex').slice(0, 16);
  const article = { id, revision: null, title, html, text: null, summary: null, priority: 'normal' as const };
  return { kind: 'read', article: { ...article, ...metadata } };
};

/** By the header; where it says nothing, by how the file begins. */
const isPage = (contentType: string, text: string): boolean =>
  /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(contentType) ||
  (/^\s*($|application\/octet-stream\b)/i.test(contentType) &&
    /<(!doctype html|html|head|body)\b/i.test(text.slice(0, 1_024)));

const unreadable = (reason: string, hint: string): PageReading => ({
  kind: 'failed',
  retry: false,
  gone: false,
  reason,
  hint,
});
