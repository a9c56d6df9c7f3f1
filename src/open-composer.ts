import type { Article } from './article/article.ts';
import { chooseCompose } from './compose/choose-compose.ts';
import { type Composition, type Known, languageSample } from './compose/compose-article.ts';
import { composePlainly } from './compose/compose-plainly.ts';
import { readLanguage } from './compose/declared-language.ts';
import { isPage } from './compose/read-blocks.ts';
import { UnavailableError } from './desk/outcome.ts';
import { findRepeatedLines, type HostLineStore } from './ingest/host-lines.ts';
import { createThreads } from './ops/threads.ts';

export interface Composer {
  /** `note`: why the article could only be composed plainly; null: it was composed as usual. */
  compose(article: Article, known?: Known): Promise<Composition & { readonly note: string | null }>;
  close(): Promise<void>;
}

/** UTF-16 units: below, an article that is no page is composed faster than it is sent to a thread. */
const short = 20_000;
const nothingKnown: Known = { repeatedLines: new Set() };

/** This file stands in src/ or, built, in dist/src/. */
const entry = new URL(`./compose-thread${import.meta.url.slice(-3)}`, import.meta.url);

/**
 * Composes pages and long texts in `threads` threads, and the others at once. Whatever a page does to the libraries that
 * read it, the process goes on, and the article is composed plainly.
 */
export const openComposer = (threads: number): Composer => {
  const pages = createThreads<{ readonly article: Article; readonly known: Known }, Composition>({
    entry,
    count: threads,
    // What a page may cost is bounded where it is read; this is for what nobody thought of.
    timeoutMs: 4_500,
    heapMb: 256,
    jobsPerThread: 5_000,
    idleMs: 60_000,
    mostWaiting: 32,
  });
  return {
    compose: async (article, known = nothingKnown) => {
      const compose = await chooseCompose(article);
      if (isShort(article)) return { ...compose(article, known), note: null };
      const answer = await pages.run({ article, known });
      switch (answer.kind) {
        case 'done':
          return { ...(await tellOpenLanguage(article, answer.value)), note: null };
        case 'failed':
          return { ...composePlainly(article, compose), note: answer.reason };
        case 'busy':
          throw new UnavailableError({
            code: 'unavailable',
            message: 'too many pages are being composed',
            hint: 'try again in a moment',
          });
      }
    },
    close: pages.close,
  };
};

/** Threads leave a language open that is not declared. */
const tellOpenLanguage = async ({ language }: Article, composition: Composition): Promise<Composition> => {
  if (readLanguage(language) !== null) return composition;
  const { tellLanguage } = await import('./compose/language.ts');
  const { post, body } = composition;
  return { ...composition, post: { ...post, language: tellLanguage(language, languageSample(post, body)) } };
};

/** Composes without the lines that repeat on the article's host; `keep`: its own lines count from now on. */
export const composeOnHost =
  ({ compose }: Composer, store: HostLineStore, keep: boolean) =>
  async (article: Article): ReturnType<Composer['compose']> => {
    const first = await compose(article);
    const { url, id } = article;
    const repeatedLines = await findRepeatedLines(store, { url, id, lines: first.lines }, keep);
    if (repeatedLines.size === 0) return first;
    const rest = await compose(article, { repeatedLines });
    // An article of nothing but such lines still says something.
    return rest.post.summary === '' ? first : rest;
  };

const isShort = ({ html, text, summary }: Article): boolean =>
  (html?.length ?? 0) + (text?.length ?? 0) + (summary?.length ?? 0) < short && (html === null || !isPage(html));
