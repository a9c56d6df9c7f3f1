import type { z } from 'zod';
import type { Parsed } from './parsed.ts';

/** Checks an object, taking null and blank strings for absent, which is how many systems write "none". */
export const readGiven = <T>(schema: z.ZodType<T>, object: object, path: string): Parsed<T> => {
  const result = schema.safeParse(Object.fromEntries(Object.entries(object).filter(isGiven).map(mendText)));
  if (result.success) return { ok: true, value: result.data };
  return {
    ok: false,
    faults: result.error.issues.map((issue) => {
      const at = [...(path === '' ? [] : [path]), ...issue.path].join('.');
      return { path: at, message: `${at} ${issue.message}`.trim() };
    }),
  };
};

const isGiven = ([, value]: [string, unknown]): boolean =>
  value !== null && value !== undefined && !(typeof value === 'string' && value.trim() === '');

/** Half a surrogate pair, as a text cut in mid-emoji ends, is no character to Redis scripts and the platforms. */
const mendText = ([key, value]: [string, unknown]): [string, unknown] => [
  key,
  typeof value === 'string' ? value.replace(/\p{Cs}/gu, '\uFFFD') : value,
];
