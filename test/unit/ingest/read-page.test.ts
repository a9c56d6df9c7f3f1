import { describe, expect, it } from '@jest/globals';
import type { Fetched } from '../../../src/ingest/guarded-fetch.ts';
import { parseArticle } from '../../../src/ingest/parse-article.ts';
import { completeFromPage, createPageReader } from '../../../src/ingest/read-page.ts';

const url = 'https://newsroom.example/ru/news/1009';
const html =
  '<html lang="ru"><head><title>Мост открыт</title></head><body><p>Мост соединил два берега.</p></body></html>';

const readerOf = (answer: Partial<Extract<Fetched, { kind: 'fetched' }>>) =>
  createPageReader({
    fetch: async () => ({ kind: 'fetched', url, contentType: 'text/html', bytes: Buffer.from(html), ...answer }),
  });

describe('createPageReader', () => {
  it('reads a page as an article that the newsroom could have sent', async () => {
    const reading = await readerOf({})(url);
    expect(reading).toMatchObject({
      kind: 'read',
      article: { revision: null, url, language: 'ru', title: 'Мост открыт', html, text: null, summary: null },
    });
    expect(parseArticle(reading.kind === 'read' && reading.article)).toMatchObject({ ok: true });
  });

  it('names an article by its address, however that is spelled', async () => {
    const readings = await Promise.all([url, `${url}/?utm_source=x`].map((found) => readerOf({ url: found })(found)));
    const [one, other] = readings.map((reading) => (reading.kind === 'read' ? reading.article.id : ''));
    expect(one).toMatch(/^[\da-f]{16}$/);
    expect(other).toBe(one);
  });

  it.each(['application/pdf', 'image/jpeg', 'application/json; charset=utf-8', 'text/plain'])(
    'does not take %s for a page',
    async (contentType) => {
      const reading = await readerOf({ contentType })(url);
      expect(reading).toMatchObject({ kind: 'failed', retry: false, reason: expect.stringContaining('not a page') });
    },
  );

  it('looks into the file when the site does not say what it is', async () => {
    expect(await readerOf({ contentType: '' })(url)).toMatchObject({ kind: 'read' });
    expect(await readerOf({ contentType: '', bytes: Buffer.from('%PDF-1.7') })(url)).toMatchObject({ kind: 'failed' });
  });

  it('says when a page has no title', async () => {
    const reading = await readerOf({ bytes: Buffer.from('<html><body>Мост</body></html>') })(url);
    expect(reading).toMatchObject({ kind: 'failed', retry: false, reason: 'the page has no title' });
  });

  it('passes on why a page could not be fetched', async () => {
    const fault = {
      kind: 'failed',
      retry: true,
      gone: true,
      reason: 'the site answered 404',
      hint: 'check it',
    } as const;
    expect(await createPageReader({ fetch: async () => fault })(url)).toEqual(fault);
  });
});

describe('completeFromPage', () => {
  const page = {
    id: 'from-page',
    revision: null,
    url,
    language: 'ru',
    section: 'Общество',
    title: 'Мост открыт | Герольд',
    html,
    text: null,
    summary: null,
    image: 'https://newsroom.example/1.jpg',
    publishedAt: '2024-04-28T23:51:00+04:00',
    priority: 'normal' as const,
    tags: ['мост'],
  };
  const bare = {
    id: '1009',
    revision: 2,
    url: `${url}?v=2`,
    language: null,
    section: null,
    title: 'Мост открыт',
    html: null,
    text: null,
    summary: null,
    image: null,
    publishedAt: null,
    priority: 'breaking' as const,
    tags: [],
  };

  it('takes from the page what the event lacks', () => {
    const { language, section, image, publishedAt, tags } = page;
    expect(completeFromPage(bare, page)).toEqual({ ...bare, html, language, section, image, publishedAt, tags });
  });

  it('keeps what the event has', () => {
    const full = {
      ...bare,
      language: 'az',
      section: 'Cəmiyyət',
      text: 'Körpü.',
      image: `${url}.png`,
      publishedAt: 'x',
      tags: ['körpü'],
    };
    expect(completeFromPage(full, page)).toEqual(full);
  });
});
