import { describe, expect, it } from '@jest/globals';
import { shortRun } from '../chaos/chaos-options.ts';
import { isSound, writeTable } from '../chaos/report.ts';
import { runChaos } from '../chaos/run-chaos.ts';

const seed = 361;
const longestMs = 150_000;

describe('under faults of every kind, kill -9 of workers and of Redis', () => {
  it(
    'nothing is lost, nothing appears twice, out of order or in a wrong revision',
    async () => {
      const result = await runChaos(shortRun(seed));
      const { verdict, kills, redisKills, outages, faults, timelines } = result;
      if (!isSound(result)) throw new Error([writeTable([result]), ...result.violations, ...timelines].join('\n'));
      expect(verdict).toMatchObject({ lost: [], twice: [], outOfOrder: [], wrong: [] });
      expect(verdict.standing).toBeGreaterThan(verdict.planned * 0.8);
      expect([kills, redisKills, outages]).toEqual([2, 1, 1]);
      expect(faults).toBeGreaterThan(20);
    },
    longestMs,
  );

  it(
    'a ledger that protects nothing shows duplicates, so the run above can fail',
    async () => {
      const options = {
        ...shortRun(seed, 20),
        worker: 'control',
        workers: 1,
        kills: 0,
        redisKills: 0,
        outages: 0,
      } as const;
      const { verdict } = await runChaos(options);
      expect(verdict.twice.length).toBeGreaterThan(0);
    },
    longestMs,
  );
});
