import { setImmediate as settled } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import pino from 'pino';
import type { ArchivedArticle } from '../../../src/article/archive.ts';
import type { Delivery } from '../../../src/article/delivery.ts';
import type { LaneJob } from '../../../src/article/lane.ts';
import { composePost } from '../../../src/compose/compose-post.ts';
import { mendLanes } from '../../../src/ops/mend-lanes.ts';
import { articleWith } from '../../support/article-words.ts';
import { channelOf, deliveryOf } from '../../support/desk-words.ts';
import { waitFor } from '../../support/wait-for.ts';

const archived = (id: string, priority: 'normal' | 'breaking'): ArchivedArticle => {
  const article = articleWith({ id, priority });
  return { article, post: composePost(article), retracted: false, duplicateOf: null, nearDuplicateOf: null };
};
const known = new Map([
  ['flood', archived('flood', 'breaking')],
  ['concert', archived('concert', 'normal')],
]);

/** The jobs that are added to the lane of `tg-ru`, whose ledger says `left`. */
const mend = async (
  left: readonly Delivery[],
  later: ReadonlySet<string> | null,
  jobs: number,
): Promise<readonly LaneJob[]> => {
  const added: LaneJob[] = [];
  let asked = false;
  const stop = mendLanes({
    lanes: [{ config: channelOf('tg-ru') }],
    ledger: { list: async () => left },
    archive: { get: async (id) => known.get(id) ?? null },
    add: async (job) => void added.push(job),
    delayed: async () => {
      asked = true;
      return later;
    },
    log: pino({ level: 'silent' }),
  });
  await waitFor('the lane to be looked at', () => asked && added.length >= jobs);
  await settled();
  stop();
  return added;
};

describe('a lane whose jobs were lost', () => {
  it('gets them again in the order of planning, and breaking news is still breaking', async () => {
    const left = [
      deliveryOf('concert', 'tg-ru', { state: 'planned' }),
      deliveryOf('flood', 'tg-ru', { state: 'planned' }),
    ];
    expect(await mend(left, new Set(), 2)).toEqual([
      { article: 'concert', channel: 'tg-ru', breaking: false, delayMs: 0 },
      { article: 'flood', channel: 'tg-ru', breaking: true, delayMs: 0 },
    ]);
  });

  it('gets none for what a person must answer', async () => {
    const left = [
      deliveryOf('flood', 'tg-ru', { state: 'unknown', needs: 'person' }),
      deliveryOf('concert', 'tg-ru', { state: 'unknown', needs: 'lookup' }),
    ];
    expect((await mend(left, new Set(), 1)).map(({ article }) => article)).toEqual(['concert']);
  });

  it('is left alone while it is at work', async () => {
    expect(await mend([deliveryOf('concert', 'tg-ru', { state: 'planned' })], null, 0)).toEqual([]);
  });

  it('gets none for what has a job for later', async () => {
    const left = [
      deliveryOf('concert', 'tg-ru', { state: 'planned' }),
      deliveryOf('flood', 'tg-ru', { state: 'planned' }),
    ];
    expect((await mend(left, new Set(['concert']), 1)).map(({ article }) => article)).toEqual(['flood']);
  });
});
