import { describe, expect, it } from '@jest/globals';
import { workInOrder } from '../../../src/cli/work-in-order.ts';

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
};

describe('workInOrder', () => {
  it('never has more than so many under way', async () => {
    let [underWay, most, read] = [0, 0, 0];
    const items = (async function* () {
      for (; read < 20; read += 1) yield read;
    })();
    const results: number[] = [];
    await workInOrder(
      items,
      async (item) => {
        underWay += 1;
        most = Math.max(most, underWay);
        await turns(item % 3);
        return item;
      },
      async (result) => {
        underWay -= 1;
        results.push(result);
      },
      3,
    );
    expect(results).toEqual(Array.from({ length: 20 }, (_, index) => index));
    expect(most).toBe(3);
  });

  it('hands on what was read before a fault of reading', async () => {
    const items = (async function* () {
      yield 'first';
      throw new Error('the disk is gone');
    })();
    const results: string[] = [];
    const working = workInOrder(
      items,
      async (item) => {
        await turns(5);
        return item;
      },
      async (result) => void results.push(result),
      3,
    );
    await expect(working).rejects.toThrow('the disk is gone');
    expect(results).toEqual(['first']);
  });

  it('ends when a result cannot be handed on', async () => {
    let read = 0;
    const items = (async function* () {
      for (; read < 1_000; read += 1) yield read;
    })();
    const working = workInOrder(
      items,
      async (item) => item,
      async () => {
        throw new Error('nobody listens');
      },
      2,
    );
    await expect(working).rejects.toThrow('nobody listens');
    expect(read).toBeLessThan(10);
  });
});
