import { describe, expect, it } from '@jest/globals';
import { createDesk } from '../../../src/desk/create-desk.ts';
import { createDeskPorts } from '../../support/desk-ports.ts';
import { actorOf, articleOf, channelOf, faultOf, resultOf } from '../../support/desk-words.ts';

const editor = actorOf('editor');
const url = 'https://herald.example/news/1009';

const open = () => {
  const memory = createDeskPorts([
    channelOf('telegram-ru', { takes: { languages: ['ru'] } }),
    channelOf('whatsapp-en', { looks: 'whatsapp' }),
    channelOf('no-pictures', { pictures: false }),
  ]);
  return { ...memory, desk: createDesk(memory.ports) };
};

describe('preview', () => {
  it('says what each channel would say, and sends nothing', async () => {
    const { desk, seen } = open();
    const { channels } = resultOf(await desk.preview(editor, { article: articleOf() }));
    expect(channels.map(({ channel, skippedBy }) => [channel, skippedBy])).toEqual([
      ['telegram-ru', 'takes.languages'],
      ['whatsapp-en', null],
      ['no-pictures', null],
    ]);
    const [skipped, whatsapp, telegram] = channels;
    expect(skipped).toMatchObject({ text: null, image: null, length: 0 });
    expect(whatsapp?.text).toMatch(/^\*Harbour bridge opens a month early\*\n\nThe new bridge/);
    expect(telegram?.text).toMatch(/^<b>Harbour bridge opens a month early<\/b>\n\nThe new bridge/);
    expect(telegram?.length).toBeGreaterThan(0);
    expect(telegram?.length).toBeLessThanOrEqual(telegram?.limit ?? 0);
    expect([seen.events, seen.jobs, seen.audits]).toEqual([[], [], []]);
  });

  it('tells the channels that the editor names, whatever they take', async () => {
    const preview = resultOf(await open().desk.preview(editor, { article: articleOf(), to: ['telegram-ru'] }));
    expect(preview.channels.map(({ skippedBy }) => skippedBy)).toEqual([null, 'to', 'to']);
  });

  it('shows a picture only where pictures go', async () => {
    const image = 'https://herald.example/bridge.jpg';
    const { channels } = resultOf(await open().desk.preview(editor, { article: articleOf({ image }) }));
    expect(channels.map((channel) => channel.image)).toEqual([null, image, null]);
  });

  it('needs no more than a title', async () => {
    const { article, post } = resultOf(await open().desk.preview(editor, { article: { title: 'Мост открыт' } }));
    expect(article).toMatchObject({ id: '', url: '', revision: 1 });
    expect(post.headline).toBe('Мост открыт');
  });

  it('marks breaking news', async () => {
    const { post } = resultOf(await open().desk.preview(editor, { article: articleOf(), breaking: true }));
    expect(post.breaking).toBe(true);
  });

  it('reads the page of an article without text, and lets its own fields win', async () => {
    const { desk, seen } = open();
    seen.pages.set(url, {
      ok: true,
      value: articleOf({ title: 'Page title', text: 'Text of the page.', revision: 0 }),
    });
    const { article } = resultOf(await desk.preview(editor, { article: { url, title: 'Own title', text: '' } }));
    expect(article).toMatchObject({ title: 'Own title', text: 'Text of the page.' });
  });

  it('makes do with the title when the page cannot be read', async () => {
    const { post } = resultOf(await open().desk.preview(editor, { article: { url, title: 'Own title' } }));
    expect(post.headline).toBe('Own title');
  });

  it('says why the page cannot be read when there is no title either', async () => {
    const fault = faultOf(await open().desk.preview(editor, { article: { url } }));
    expect(fault).toMatchObject({ code: 'invalid', message: expect.stringContaining('404') });
  });

  it('names the article of which this one is a duplicate', async () => {
    const { desk, archive } = open();
    archive(articleOf(), { duplicateOf: '1001' });
    const { channels } = resultOf(await desk.preview(editor, { article: articleOf() }));
    expect(channels.map(({ skippedBy }) => skippedBy)).toContain('duplicate of 1001');
  });

  it.each([[null], ['title'], [{}], [{ title: '' }]])('refuses %j', async (article) => {
    expect(faultOf(await open().desk.preview(editor, { article })).code).toBe('invalid');
  });
});

describe('draft', () => {
  it('reads a page as an article', async () => {
    const { desk, seen } = open();
    seen.pages.set(url, { ok: true, value: articleOf() });
    expect(resultOf(await desk.draft(editor, url)).title).toBe('Harbour bridge opens a month early');
  });

  it.each(['', 'herald.example/news', 'file:///etc/passwd', 'https://'])('refuses the address %j', async (address) => {
    expect(faultOf(await open().desk.draft(editor, address)).code).toBe('invalid');
  });
});
