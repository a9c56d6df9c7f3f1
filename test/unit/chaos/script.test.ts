import { describe, expect, it } from '@jest/globals';
import { longRun } from '../../chaos/chaos-options.ts';
import { writeScript } from '../../chaos/script.ts';

describe('the script of a run', () => {
  it('is the same for the same seed, and another for another', () => {
    const [once, again, other] = [7, 7, 8].map((seed) => JSON.stringify(writeScript(longRun(seed))));
    expect(again).toBe(once);
    expect(other).not.toBe(once);
  });

  it('holds the shares of corrections, retractions and faults that it promises', () => {
    const { events, expected, faults, strikes } = writeScript(longRun(1, 2_000));
    const share = (name: string): number => events.filter((event) => event.name === name).length / expected.length;
    expect(share('article.published')).toBe(1);
    expect(share('article.corrected')).toBeGreaterThan(0.15);
    expect(share('article.retracted')).toBeGreaterThan(0.03);
    const posts = faults.orders.filter(({ method, nth = 1 }) => Array.isArray(method) && nth === 1).length;
    expect(posts / (expected.length * 5)).toBeCloseTo(0.2, 1);
    expect(strikes.map(({ kind }) => kind).filter((kind) => kind === 'kill')).toHaveLength(30);
  });

  it('makes the first of two corrections late, and the second one when all is calm', () => {
    const { events, expected, faults } = writeScript(longRun(1));
    const twice = expected.filter(({ newest }) => newest === 3).map(({ article }) => article);
    const late = faults.orders.filter(({ method, fault }) => method === 'editMessageText' && fault.effect === 'later');
    expect(late.filter(({ contains }) => twice.includes(contains?.slice(0, -1) ?? '')).length).toBeGreaterThan(20);
    const calm = events.flatMap(({ data, calm }) => (calm ? (data as { article: { id: string } }).article.id : []));
    expect(calm).toEqual(expect.arrayContaining(twice));
  });

  it('puts the revisions of an article in their order', () => {
    const newest = new Map<string, number>();
    for (const { name, data } of writeScript(longRun(3)).events) {
      const { id, revision = Number.POSITIVE_INFINITY } = (data as { article: { id: string; revision?: number } })
        .article;
      expect(revision).toBeGreaterThan(newest.get(id) ?? 0);
      expect(newest.has(id)).toBe(name !== 'article.published');
      newest.set(id, revision);
    }
  });
});
