import { describe, expect, it } from '@jest/globals';
import { createTurnstile } from '../../../../src/channels/whatsapp/turnstile.ts';

const longMs = 60_000;

describe('a turnstile', () => {
  it('lets one in at a time, in the order of asking', async () => {
    const turnstile = createTurnstile();
    const order: string[] = [];
    const pass = async (name: string): Promise<void> => {
      const leave = await turnstile.enter(longMs);
      order.push(`${name} in`);
      await Promise.resolve();
      order.push(`${name} out`);
      leave?.();
    };
    await Promise.all([pass('a'), pass('b'), pass('c')]);
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
  });

  it('passes over whoever gave up waiting', async () => {
    const turnstile = createTurnstile();
    const leave = await turnstile.enter(longMs);
    const stop = new AbortController();
    const [stopped, late, last] = [turnstile.enter(longMs, stop.signal), turnstile.enter(5), turnstile.enter(longMs)];
    stop.abort();
    expect([await stopped, await late]).toEqual([null, null]);
    leave?.();
    expect(await last).not.toBeNull();
  });

  it('lets nobody in who was stopped before', async () => {
    expect(await createTurnstile().enter(longMs, AbortSignal.abort())).toBeNull();
  });

  it('counts a second leaving as nothing', async () => {
    const turnstile = createTurnstile();
    const leave = await turnstile.enter(longMs);
    leave?.();
    expect(await turnstile.enter(longMs)).not.toBeNull();
    leave?.();
    expect(await turnstile.enter(5)).toBeNull();
  });
});
