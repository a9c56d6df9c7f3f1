import { describe, expect, it } from '@jest/globals';
import { isPassed, writeTable } from '../chaos/whatsapp/report.ts';
import { runWhatsappChaos } from '../chaos/whatsapp/run.ts';
import { shortRun } from '../chaos/whatsapp/run-options.ts';

const longestMs = 240_000;

describe('a WhatsApp account under faults, kill -9 of its browser and of the worker that holds it', () => {
  it(
    'loses nothing, and posts nothing twice, out of order or in a wrong revision',
    async () => {
      const result = await runWhatsappChaos(shortRun('plain', 25));
      const { verdict, struck, faults, timelines, violations } = result;
      if (!isPassed(result)) throw new Error([writeTable([result]), ...violations, ...timelines].join('\n'));
      expect(verdict).toMatchObject({ lost: [], twice: [], outOfOrder: [], wrong: [] });
      expect(verdict.standing).toBeGreaterThan(verdict.planned * 0.7);
      expect(struck.map(({ kind }) => kind).sort()).toEqual(['browser', 'worker']);
      expect(faults).toBeGreaterThan(2);
    },
    longestMs,
  );

  it(
    'shows duplicates with a ledger that protects nothing, so the run above can fail',
    async () => {
      const { verdict } = await runWhatsappChaos(shortRun('control', 31));
      expect(verdict.twice.length).toBeGreaterThan(0);
    },
    longestMs,
  );
});
