import { describe, expect, it } from '@jest/globals';
import { measureMessage } from '../../../../src/compose/messages/measure-message.ts';
import { renderMessage } from '../../../../src/compose/messages/render-message.ts';
import { parseHtml } from '../../../support/telegram/parse-html.ts';
import { aPost, oddTexts } from './a-post.ts';

const write = (changes: Parameters<typeof aPost>[0] = {}, picture = false): string =>
  renderMessage(aPost(changes), 'telegram', { picture }).text;

/** As the real parser reads it; fails on what it would refuse. */
const read = (html: string) => {
  const parsed = parseHtml(html);
  if ('fault' in parsed) throw new Error(`${parsed.fault}: ${html.slice(0, 200)}`);
  return parsed;
};

describe('a Telegram message', () => {
  it('is a bold headline, the summary and a link with words', () => {
    expect(write()).toBe(
      '<b>В Баку открылся новый мост</b>\n\nМост соединил два берега бухты. Движение начнётся в понедельник.\n\n' +
        '<a href="https://news.example/ru/1009">Читать полностью</a>',
    );
  });

  it('says in the language of the post that it is breaking', () => {
    expect(write({ breaking: true })).toMatch(/^⚡️ Срочно\n<b>/);
    expect(write({ breaking: true, language: 'az' })).toMatch(/^⚡️ Təcili\n<b>/);
    expect(write({ breaking: true, language: 'tr' })).toMatch(/^⚡️ Son dakika\n<b>/);
    expect(write({ breaking: true, language: 'ka' })).toMatch(/^⚡️ Breaking\n<b>/);
  });

  it('takes the words from the primary subtag', () => {
    expect(write({ language: 'AZ-Latn' })).toContain('>Ətraflı oxu</a>');
  });

  it('leaves no empty lines where a part is missing', () => {
    expect(write({ summary: '' })).toBe(
      '<b>В Баку открылся новый мост</b>\n\n<a href="https://news.example/ru/1009">Читать полностью</a>',
    );
    expect(write({ headline: ' ', summary: '\u200b' })).toBe(
      '<a href="https://news.example/ru/1009">Читать полностью</a>',
    );
    expect(write({ link: '' })).toMatch(/понедельник\.$/);
  });

  it.each([
    'http://localhost:3000/a?b=1&c=2',
    'http://intranet/новость',
    'https://[::1]/x',
    'https://news.example:99999/x',
    'https://user@news.example/x',
  ])('writes out %s, whose link Telegram might drop', (link) => {
    const { text, entities } = read(write({ link }));
    expect(text).toMatch(/\n\nhttps?:\S+$/);
    expect(text.endsWith(link)).toBe(true);
    expect(entities.filter(({ type }) => type === 'text_link')).toEqual([]);
  });

  it.each([
    'https://пример.example/новость?а=1&б="2"',
    'https://e.example/a?x=<b>&y=%20&lt=1',
    'https://e.example:8443',
  ])('keeps the link %s', (link) => {
    const [url] = read(write({ link })).entities.filter(({ type }) => type === 'text_link');
    expect(decodeURI(new URL(url?.url ?? '').href)).toBe(decodeURI(new URL(link).href));
  });

  it.each(oddTexts)('is taken by Telegram whatever the text: %s', (_name, odd) => {
    for (const picture of [true, false]) {
      const html = write({ headline: odd, summary: odd, breaking: true }, picture);
      const { text, entities } = read(html);
      const { limit } = measureMessage(html, 'telegram', picture);
      expect(text.length).toBeLessThanOrEqual(limit);
      expect(Buffer.byteLength(html)).toBeLessThan(32_768);
      expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Surrogate}|\n{3}/u);
      expect(entities.every(({ type }) => type === 'bold' || type === 'text_link')).toBe(true);
      expect(entities.at(-1)?.url).toBe('https://news.example/ru/1009');
    }
  });

  it('shows markup characters as they were written', () => {
    expect(read(write({ headline: '<b>&amp;</b> "x"' })).text).toMatch(/^<b>&amp;<\/b> "x"\n/);
  });

  it('cuts a long summary after a whole sentence', () => {
    const { text } = read(write({ summary: 'Слово сказано. '.repeat(400) }));
    expect(text).toMatch(/сказано\.\n\nЧитать полностью$/);
    expect(text.length).toBeGreaterThan(4_000);
  });

  it('cuts a caption sooner than a text', () => {
    expect(read(write({ summary: 'Слово сказано. '.repeat(400) }, true)).text.length).toBeLessThanOrEqual(1024);
  });

  it('cuts a headline that is too long at a word', () => {
    const { text } = read(write({ headline: 'Очень длинный заголовок '.repeat(300) }));
    expect(text).toMatch(/(Очень|длинный|заголовок)…\n\nЧитать полностью$/);
  });

  it.each([2_000, 2_001, 40_000])('keeps a link of %d characters, or the way to the page', (length) => {
    const link = `https://e.example/news/1?q=${'&'.repeat(length - 27)}`;
    const html = write({ link, summary: '&'.repeat(10_000) });
    expect(read(html).entities.at(-1)?.url).toBe(length > 2_000 ? 'https://e.example/news/1' : link);
    expect(Buffer.byteLength(html)).toBeLessThan(32_768);
  });

  it('leaves room in a caption for a long link that must be written out', () => {
    const link = `http://localhost/${'x'.repeat(1_500)}`;
    expect(read(write({ link, breaking: true }, true)).text).toMatch(/\nhttp:\/\/localhost\/$/);
    expect(read(write({ link }, false)).text.endsWith(link)).toBe(true);
  });

  it('names the picture only where there is to be one', () => {
    expect(renderMessage(aPost(), 'telegram', { picture: true })).toMatchObject({
      image: 'https://news.example/1009.jpg',
      picture: null,
    });
    expect(renderMessage(aPost(), 'telegram', { picture: false }).image).toBeNull();
  });
});
