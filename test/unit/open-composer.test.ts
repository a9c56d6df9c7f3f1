import { afterAll, describe, expect, it } from '@jest/globals';
import { composeArticle } from '../../src/compose/compose-post.ts';
import { composeOnHost, openComposer } from '../../src/open-composer.ts';
import { articleWith } from '../support/article-words.ts';

const composer = openComposer(1);
afterAll(() => composer.close());

const lead = 'Мост длиной 600 метров связал два берега, движение по нему началось утром в понедельник.';
const body = `<p>${lead}</p><p>Строили его четыре года, а открывали двадцать минут, рассказал главный инженер.</p>`;
const page = `<!doctype html><html><head><title>Мост</title></head><body><div class="content">${body.repeat(4)}</div></body></html>`;

describe('a composer', () => {
  it.each([
    ['a page', { html: page }],
    ['a long text', { text: `${lead}\n`.repeat(400) }],
    ['a short text', { text: lead }],
    ['nothing but a title', {}],
  ])('says of %s what is said without threads', async (_what, fields) => {
    const article = articleWith(fields);
    expect(await composer.compose(article)).toEqual({ ...composeArticle(article), note: null });
  });

  it('leaves out the lines that repeat on the host, in a page and in a text', async () => {
    const slogan = 'Наша газета выходит каждое утро и приходит к вам домой.';
    const asked: unknown[] = [];
    const store = {
      note: async (host: string, id: string) => {
        asked.push([host, id]);
        return [0];
      },
      find: async () => [],
    };
    const compose = composeOnHost(composer, store, true);
    const text = `${slogan}\n${lead}`;
    expect((await compose(articleWith({ text }))).post.summary).toBe(lead);
    expect((await compose(articleWith({ html: `<html><body><p>${slogan}<p>${lead}` }))).post.summary).toBe(lead);
    expect((await compose(articleWith({ text: slogan }))).post.summary).toBe(slogan);
    expect(asked).toEqual([
      ['herald.example', '1'],
      ['herald.example', '1'],
      ['herald.example', '1'],
    ]);
  });
});
