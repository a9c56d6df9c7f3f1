import { describe, expect, it } from '@jest/globals';
import { createHostPace } from '../../../src/ingest/host-pace.ts';

const options = { perHost: 2, gapMs: 0, maxWaiting: 2, maxWaitMs: 10_000 };

describe('createHostPace', () => {
  it('gives a host so many turns and the next when one ends, in the order of asking', async () => {
    const takeTurn = createHostPace(options);
    const [first] = await Promise.all([takeTurn('a.example'), takeTurn('a.example')]);
    const order: string[] = [];
    const third = takeTurn('a.example').then((end) => {
      order.push('third');
      end?.();
    });
    const fourth = takeTurn('a.example').then(() => order.push('fourth'));
    await takeTurn('b.example').then(() => order.push('other host'));
    first?.();
    await Promise.all([third, fourth]);
    expect(order).toEqual(['other host', 'third', 'fourth']);
  });

  it('lets no more wait than its bound', async () => {
    const takeTurn = createHostPace({ ...options, perHost: 1, maxWaiting: 1 });
    const end = await takeTurn('a.example');
    const waits = takeTurn('a.example');
    expect(await takeTurn('a.example')).toBeNull();
    end?.();
    expect(await waits).not.toBeNull();
  });

  it('gives up a wait that takes too long, and the turn to the next one', async () => {
    const takeTurn = createHostPace({ ...options, perHost: 1, maxWaitMs: 20 });
    const end = await takeTurn('a.example');
    expect(await takeTurn('a.example')).toBeNull();
    end?.();
    expect(await takeTurn('a.example')).not.toBeNull();
  });
});
