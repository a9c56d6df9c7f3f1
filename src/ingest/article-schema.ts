import { z } from 'zod';
import { describeFound } from './describe-found.ts';
import { hasWords } from './has-words.ts';
import { normalizeIsoTime } from './iso-time.ts';
import { primaryLanguage } from './language-tag.ts';
import { isWebAddress } from './web-address.ts';

const mostTags = 50;
/** Lua, in which Redis scripts are written, prints a number with 14 digits. */
const highestRevision = 99_999_999_999_999;
/** UTF-8 bytes of `html` and `text` together. */
const largestBody = 5 * 1024 * 1024;

/** The words of a fault, without the path, which is put in front of them. */
export const must = (rule: string, remedy: string) => (issue: { readonly input?: unknown }) =>
  issue.input === undefined ? `is missing; ${remedy}` : `must be ${rule}, not ${describeFound(issue.input)}; ${remedy}`;

const text = (longest: number, remedy: string) =>
  z
    .string({ error: must('a string', remedy) })
    .trim()
    .max(longest, {
      error: ({ input }) => `must have at most ${longest} characters, not ${String(input).length}; shorten it`,
    });

/** A string read by a function that gives null for what it cannot read. */
const readAs = (rule: string, remedy: string, read: (value: string) => string | null) =>
  z.string({ error: must(rule, remedy) }).transform((input, context) => {
    const value = read(input.trim());
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: must(rule, remedy)({ input }) });
    return z.NEVER;
  });

const address = (example: string) =>
  readAs(
    'an absolute http(s) address of at most 4096 characters, without spaces or a user name',
    `write it as in "https://newsroom.example/${example}"`,
    (value) => (isWebAddress(value) ? value : null),
  );

/** 1009 for "1009" is the likeliest slip, so its remedy is the very thing to write. */
const idFault = ({ input }: { readonly input?: unknown }): string =>
  must(
    'a string',
    `write ${typeof input === 'number' ? `"${input}"` : 'your own name for the article, such as "1009"'}`,
  )({ input });

export const articleId = z
  .string({ error: idFault })
  .max(200, { error: ({ input }) => `must have at most 200 characters, not ${String(input).length}; shorten it` })
  .refine((id) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(id), {
    error: 'must have no control characters; leave out line breaks and tabs',
  })
  .refine((id) => !/\p{Cs}/u.test(id) && id !== '.' && id !== '..', {
    error: 'must be a name that an address can hold; ".", ".." and halves of characters cannot be',
  });

export const isoTime = readAs(
  'an ISO 8601 time with an offset',
  'write it as in "2024-04-28T23:51:00+04:00"',
  normalizeIsoTime,
);

const revisionFault = must(
  `a whole number from 1 to ${highestRevision}`,
  'write 1 for the first publication and a higher one for every correction, or leave it out',
);
const revision = z
  .number({ error: revisionFault })
  .int({ error: revisionFault })
  .min(1, { error: revisionFault })
  .max(highestRevision, { error: revisionFault });

const language = readAs(
  'a language tag (BCP 47)',
  'write it as in "ru", "az" or "en-GB", or leave it out to have it detected',
  primaryLanguage,
).transform((tag) => (tag === 'und' ? null : tag));

const tags = z
  .array(text(200, 'write each tag in quotes'), {
    error: must('a list of strings', 'write it as in ["economy", "oil"]'),
  })
  .max(mostTags, { error: `must have at most ${mostTags} entries; leave some out` })
  .transform((all) => [...new Set(all.filter((tag) => tag !== ''))]);

const orLeaveOut = 'write a string, or leave it out';
const body = z.string({ error: must('a string', orLeaveOut) });

/** Every field of an article but `id` and `url`, which a draft may lack. Blank fields were taken out before. */
const fields = {
  revision: revision.nullable().default(null),
  language: language.nullable().default(null),
  section: text(200, orLeaveOut).nullable().default(null),
  title: text(2_000, 'write the headline').refine((title) => /[^\p{Z}\p{C}]/u.test(title), {
    error: 'must have a letter that can be seen; write the headline',
  }),
  // Where it shows no words, the text is read instead, or the page.
  html: body
    .transform((html) => (hasWords(html) ? html : null))
    .nullable()
    .default(null),
  text: body.nullable().default(null),
  summary: text(5_000, orLeaveOut).nullable().default(null),
  image: address('pictures/1009.jpg').nullable().default(null),
  publishedAt: isoTime.nullable().default(null),
  priority: z
    .enum(['normal', 'breaking'], { error: must('"normal" or "breaking"', 'write one of them, or leave it out') })
    .default('normal'),
  tags: tags.default([]),
};

type Bodies = { readonly html: string | null; readonly text: string | null };
const fitsBody = ({ html, text }: Bodies): boolean =>
  Buffer.byteLength(html ?? '') + Buffer.byteLength(text ?? '') <= largestBody;
const tooLarge = 'html and text must have at most 5 MB together; send the article alone, without pictures in it';

export const articleSchema = z
  .object({ id: articleId, url: address('news/1009'), ...fields })
  .refine(fitsBody, { error: tooLarge });

export const draftSchema = z
  .object({ id: articleId.default(''), url: address('news/1009').default(''), ...fields })
  .refine(fitsBody, { error: tooLarge });
