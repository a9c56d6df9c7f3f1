import { describe, expect, it } from '@jest/globals';
import { quietFor } from '../../../src/deliver/quiet-hours.ts';

const night = { from: 23 * 60, to: 7 * 60, timezone: 'Asia/Baku' };
const normal = { breaking: false };
const atBaku = (time: string): number => Date.parse(`2026-05-04T${time}:00+04:00`);

describe('quiet hours', () => {
  it.each(['23:00', '02:30', '06:59'])('hold back a post at %s', (time) => {
    expect(quietFor(night, normal, atBaku(time))).toBeGreaterThan(0);
  });

  it.each(['07:00', '12:00', '22:59'])('let a post go at %s', (time) => {
    expect(quietFor(night, normal, atBaku(time))).toBe(0);
  });

  it('do not hold back breaking news', () => {
    expect(quietFor(night, { breaking: true }, atBaku('02:30'))).toBe(0);
  });

  it('may lie within one day', () => {
    const siesta = { from: 13 * 60, to: 15 * 60, timezone: 'Asia/Baku' };
    expect([quietFor(siesta, normal, atBaku('14:00')) > 0, quietFor(siesta, normal, atBaku('15:00'))]).toEqual([
      true,
      0,
    ]);
  });
});
