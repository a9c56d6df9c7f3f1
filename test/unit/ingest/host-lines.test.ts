import { describe, expect, it } from '@jest/globals';
import { findRepeatedLines } from '../../../src/ingest/host-lines.ts';

const slogan = 'Наша газета выходит каждое утро.';
const lead = 'Мост открыли в понедельник.';

/** Says that everything repeats, and keeps what it was asked. */
const createStore = () => {
  const asked: (readonly [string, string | null, readonly string[]])[] = [];
  const all = (marks: readonly string[]): readonly number[] => marks.map((_, index) => index);
  return {
    asked,
    note: async (host: string, article: string, marks: readonly string[]) => {
      asked.push([host, article, marks]);
      return all(marks);
    },
    find: async (host: string, marks: readonly string[]) => {
      asked.push([host, null, marks]);
      return [0];
    },
  };
};

describe('findRepeatedLines', () => {
  it('asks by marks that differ from line to line, and gives the lines back', async () => {
    const store = createStore();
    const read = { url: 'https://www.Herald.example/1', id: '1', lines: [slogan, lead] };
    expect(await findRepeatedLines(store, read, true)).toEqual(new Set([slogan, lead]));
    const [[host, article, marks] = ['', '', []]] = store.asked;
    expect([host, article]).toEqual(['herald.example', '1']);
    expect(new Set(marks).size).toBe(2);
    expect(marks.join('')).toMatch(/^[\w-]{16}$/);
  });

  it('keeps nothing of what is only looked at', async () => {
    const store = createStore();
    const read = { url: 'https://herald.example/1', id: '1', lines: [slogan, lead] };
    expect(await findRepeatedLines(store, read, false)).toEqual(new Set([slogan]));
    expect(store.asked).toEqual([['herald.example', null, expect.any(Array)]]);
  });

  it.each([
    ['no lines', 'https://herald.example/1', []],
    ['no address', '', [slogan]],
  ])('asks nothing of an article with %s', async (_what, url, lines) => {
    const store = createStore();
    expect(await findRepeatedLines(store, { url, id: '1', lines }, true)).toEqual(new Set());
    expect(store.asked).toEqual([]);
  });
});
