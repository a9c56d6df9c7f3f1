import { describe, expect, it } from '@jest/globals';
import { createClock } from '../../../support/telegram/clock.ts';

describe('the clock of the stand-in', () => {
  it('stands still when frozen, and moves by what a test adds', () => {
    const clock = createClock(true);
    const start = clock.now();
    clock.advance(5_000);
    expect(clock.now() - start).toBe(5_000);
  });

  it('runs what became due, in order, once', () => {
    const clock = createClock(true);
    const rung: string[] = [];
    clock.after(300, () => rung.push('late'));
    clock.after(100, () => rung.push('early'));
    clock.after(900, () => rung.push('never'));
    clock.advance(299);
    clock.advance(1);
    clock.advance(1);
    expect(rung).toEqual(['early', 'late']);
  });

  it('runs things by itself when time passes', async () => {
    const clock = createClock();
    await new Promise<void>((resolve) => clock.after(1, resolve));
    expect(clock.now()).toBeGreaterThan(0);
  });
});
