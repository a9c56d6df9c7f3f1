import { describe, expect, it } from '@jest/globals';
import type { Mark } from '../../chaos/articles.ts';
import { judge } from '../../chaos/judge.ts';
import type { Expected } from '../../chaos/script-events.ts';

const article = (order: number, more: Partial<Expected> = {}): Expected => ({
  article: `000${order}`,
  order,
  newest: 1,
  breaking: false,
  ...more,
});
const mark = (text: string): Mark => {
  const [id = '', revision] = text.split('.');
  return { article: `000${id}`, revision: Number(revision) };
};
const judgeOne = (
  expected: readonly Expected[],
  standing: string,
  appeared = standing,
  excuses: { readonly refused?: readonly string[]; readonly asked?: readonly string[] } = {},
) => {
  const marks = (text: string): readonly Mark[] => text.split(' ').filter(Boolean).map(mark);
  const { refused = [], asked = [] } = excuses;
  return judge(expected, [{ channel: 'tg', standing: marks(standing), appeared: marks(appeared) }], {
    refused: new Set(refused),
    asked: new Set(asked),
  });
};
const sound = { lost: [], twice: [], outOfOrder: [], wrong: [], sweptUp: 0 };

describe('the judge of a run', () => {
  it('finds nothing where everything is as it must be', () => {
    const expected = [article(1), article(2, { newest: 2 }), article(3, { newest: null })];
    expect(judgeOne(expected, '1.1 2.2', '1.1 2.1 3.1')).toMatchObject(sound);
  });

  it('forgives a post that came late because it was retracted, and is gone again', () => {
    const expected = [article(1, { newest: null }), article(2)];
    expect(judgeOne(expected, '2.1', '2.1 1.1')).toMatchObject(sound);
    expect(judgeOne(expected, '2.1 1.1', '2.1 1.1')).toMatchObject({ wrong: ['0001@tg'] });
  });

  it.each([
    ['a post that is missing', '2.1', { lost: ['0001@tg'] }],
    ['a post that stands twice', '1.1 2.1 1.1', { twice: ['0001@tg'] }],
    ['a post that overtook another', '2.1 1.1', { outOfOrder: ['0001@tg'] }],
    ['an old revision', '1.1 2.0', { wrong: ['0002@tg'] }],
  ])('finds %s', (_what, standing, found) => {
    expect(judgeOne([article(1), article(2)], standing)).toMatchObject({ ...sound, ...found });
  });

  it('finds a retracted article that stands', () => {
    expect(judgeOne([article(1, { newest: null })], '1.1').wrong).toEqual(['0001@tg']);
  });

  it('lets breaking news overtake', () => {
    expect(judgeOne([article(1), article(2, { breaking: true })], '2.1 1.1')).toMatchObject(sound);
  });

  it('lets a second copy pass that is gone again, and counts it', () => {
    expect(judgeOne([article(1), article(2)], '1.1 2.1', '1.1 2.1 1.1')).toMatchObject({ ...sound, sweptUp: 1 });
  });

  it('lets a refused post be missing, and one of which a person is asked', () => {
    const expected = [article(1), article(2)];
    expect(judgeOne(expected, '2.1', '2.1', { refused: ['0001@tg'] })).toMatchObject(sound);
    expect(judgeOne(expected, '2.1', '2.1', { asked: ['0001@tg'] })).toMatchObject(sound);
    expect(judgeOne(expected, '2.1 1.1', '2.1 1.1', { asked: ['0001@tg'] })).toMatchObject(sound);
  });

  it('lets nobody be asked about a post that stands twice', () => {
    expect(judgeOne([article(1)], '1.1 1.1', '1.1 1.1', { asked: ['0001@tg'] }).twice).toEqual(['0001@tg']);
  });
});
