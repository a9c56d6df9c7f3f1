import { createHash } from 'node:crypto';
import type { Post } from '../article/post.ts';
import type { AskModel } from './ask-model.ts';
import { findFault, type Source } from './find-fault.ts';
import { writePrompt } from './write-prompt.ts';

export interface ModelSummaryOptions {
  readonly ask: AskModel;
  /** BCP 47 primary subtag; `und` if it cannot be told. */
  readonly tellLanguage: (text: string) => string;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
}

/** `body`: the article's clean text. */
export type SummariseByModel = (post: Post, body: string) => Promise<Post>;

type Judged = { readonly summary: string } | { readonly fault: string };

/** UTF-16 units: a shorter article is its own summary. */
const shortest = 300;
const mostKept = 500;
/** A model that is down must not hold up every article for as long as its time-out. */
const failuresInARow = 2;
const restMs = 60_000;

/**
 * Gives a post the summary of a language model, if that says nothing but what the article says; else the post keeps its
 * own, with the reason in `summaryNote`. An editor's summary is never replaced.
 */
export const createSummariseByModel = ({ ask, tellLanguage, now }: ModelSummaryOptions): SummariseByModel => {
  const kept = new Map<string, Judged>();
  let failures = 0;
  let restUntil = 0;

  const judge = async (source: Source): Promise<Judged | { readonly failure: string }> => {
    if (now() < restUntil) return { failure: 'the model failed a moment ago' };
    const answered = await ask(writePrompt(source));
    failures = answered.kind === 'failed' ? failures + 1 : 0;
    if (failures >= failuresInARow) restUntil = now() + restMs;
    if (answered.kind === 'failed') return { failure: answered.reason };
    const fault = findFault(answered.text, source, tellLanguage);
    return fault === null ? { summary: answered.text.trim().replace(/\s+/g, ' ') } : { fault };
  };

  const keep = (key: string, judged: Judged): void => {
    kept.set(key, judged);
    const oldest = kept.keys().next();
    if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value);
  };

  return async (post, body) => {
    const reason = whyNotAsk(post, body);
    if (reason !== null) return post.summaryBy === 'editor' ? post : noted(post, reason);
    const source = { headline: post.headline, body, language: post.language };
    const key = keyOf(source);
    const known = kept.get(key);
    const judged = known ?? (await judge(source));
    if ('failure' in judged) return noted(post, judged.failure);
    if (!known) keep(key, judged);
    if ('fault' in judged) return noted(post, `the model's answer was not used: ${judged.fault}`);
    return { ...post, summary: judged.summary, summaryBy: 'llm' };
  };
};

/** Of the very text that is summarised: a revision that leaves it alone keeps its summary. */
const keyOf = ({ headline, body, language }: Source): string =>
  createHash('sha256')
    .update(JSON.stringify([headline, body, language]))
    .digest('base64');

const whyNotAsk = ({ summaryBy, language }: Post, body: string): string | null => {
  if (summaryBy === 'editor') return 'an editor wrote it';
  if (language === 'und') return 'the language of the article cannot be told';
  return body.length < shortest ? 'the article is too short for a model' : null;
};

const noted = (post: Post, summaryNote: string): Post => ({ ...post, summaryNote });
