import { composePost } from '../../src/compose/compose-post.ts';
import { sketchText } from '../../src/ingest/sketch.ts';
import { articleOf } from './article.ts';
import type { Lead, Page } from './corpus.ts';
import type { Table } from './table.ts';

/** Seconds of one core, garbage collection included: a busy machine spoils them less than the clock. */
const coreSeconds = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

/** How much a core does in a second. */
export const measureSpeed = (leads: readonly Lead[], pages: readonly Page[]): Table => {
  const rate = (count: number, work: () => void): string => (count === 0 ? '' : (count / coreSeconds(work)).toFixed(0));
  return {
    title: 'A core, a second',
    head: ['what', 'a second'],
    rows: [
      [
        'articles with text -> posts',
        rate(leads.length, () => {
          for (const { title, body } of leads) composePost(articleOf({ title, text: body }));
        }),
      ],
      [
        'whole pages -> posts',
        rate(pages.length, () => {
          for (const { html, text } of pages) composePost(articleOf({ title: text.slice(0, 60), html }));
        }),
      ],
      [
        'texts -> sketches',
        rate(leads.length, () => {
          for (const { body } of leads) sketchText(body.slice(0, 4_000));
        }),
      ],
    ],
  };
};
