import { describe, expect, it } from '@jest/globals';
import {
  fillFields,
  readPastedArticle,
  readPushFields,
  toArticle,
  toPushRequest,
} from '../../../src/web/console/article-form.ts';

describe('the article form', () => {
  it('leaves empty fields out and splits tags', () => {
    const fields = readPushFields({
      id: ' 41 ',
      url: 'https://herald.example/41',
      title: 'Мост',
      text: '',
      tags: 'Баку, мост,,',
    });
    expect(toPushRequest(fields)).toEqual({
      article: { id: '41', url: 'https://herald.example/41', title: 'Мост', tags: ['Баку', 'мост'] },
    });
  });

  it('takes one channel, several or none', () => {
    const chosen = (to: unknown) => toPushRequest(readPushFields({ to })).to;
    expect([chosen('tg-ru'), chosen(['tg-ru', 'wa-ru']), chosen(undefined)]).toEqual([
      ['tg-ru'],
      ['tg-ru', 'wa-ru'],
      undefined,
    ]);
  });

  it.each([
    ['240', '2026-03-02T18:00:00+04:00'],
    ['-210', '2026-03-02T18:00:00-03:30'],
    ['', '2026-03-02T18:00:00+00:00'],
  ])('gives the time an offset (%s minutes)', (zone, at) => {
    expect(toPushRequest(readPushFields({ at: '2026-03-02T18:00', zone })).at).toBe(at);
  });

  it('fills itself from an article and gives the same back', () => {
    const article = {
      id: '41',
      url: 'https://herald.example/41',
      title: 'Körpü',
      tags: ['a', 'b'],
      priority: 'breaking',
    };
    expect(toArticle(fillFields({ ...article, text: null }))).toEqual(article);
  });

  it('finds the article in pasted JSON, bare or within an event', () => {
    expect(readPastedArticle('{"title": "x"}')).toEqual({ title: 'x' });
    expect(readPastedArticle('{"type": "article.published", "article": {"title": "x"}}')).toEqual({ title: 'x' });
    expect([readPastedArticle('{"title": '), readPastedArticle('[]'), readPastedArticle('7')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
