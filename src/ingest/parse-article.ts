import type { z } from 'zod';
import { articleSchema, draftSchema } from './article-schema.ts';
import { describeFound } from './describe-found.ts';
import type { IncomingArticle } from './incoming-article.ts';
import { type Parsed, rejectInput } from './parsed.ts';
import { readGiven } from './read-given.ts';

/** Checks an `article` object of the queue contract and fills in every default. `path`: where it stands in the input. */
export const parseArticle = (value: unknown, path = ''): Parsed<IncomingArticle> =>
  parseWith(articleSchema, 'id, url and title', value, path);

/** The same for an article that may not be published yet: only `title` is required, `id` and `url` may be ''. */
export const parseDraft = (value: unknown): Parsed<IncomingArticle> => parseWith(draftSchema, 'a title', value, '');

const parseWith = (
  schema: z.ZodType<IncomingArticle>,
  needed: string,
  value: unknown,
  path: string,
): Parsed<IncomingArticle> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const rule = `must be an object with ${needed}, not ${describeFound(value)}`;
    return rejectInput(path, path === '' ? `an article ${rule}` : rule);
  }
  return readGiven(schema, value, path);
};
