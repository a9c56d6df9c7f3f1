import { createHash } from 'node:crypto';
import type { Post } from '../article/post.ts';
import type { IncomingArticle } from './incoming-article.ts';

/** SHA-256 (hex) of what a reader would notice, so that a redelivery without a revision is told from a correction. */
export const fingerprintOf = (article: IncomingArticle): string => {
  const body = article.html === null ? article.text : article.html.replace(/<[^<>]*>/g, ' ');
  const noticed = [article.title, body, article.summary, article.section].map(foldSpace);
  const rest = [article.url, article.image, article.language, article.priority, article.tags];
  return hash([noticed, rest]);
};

/** The same of what is said of a page, whose counters and teasers are others at each look. */
export const fingerprintOfPost = ({ confidence: _confidence, summaryNote: _note, ...said }: Post): string => hash(said);

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

const foldSpace = (text: string | null): string | null => text?.normalize('NFC').replace(/\s+/g, ' ').trim() ?? null;
