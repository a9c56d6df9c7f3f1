import { describe, expect, it } from '@jest/globals';
import { measureMessage } from '../../../../src/compose/messages/measure-message.ts';
import { renderMessage } from '../../../../src/compose/messages/render-message.ts';
import { aPost, oddTexts } from './a-post.ts';

const write = (changes: Parameters<typeof aPost>[0] = {}, picture = false): string =>
  renderMessage(aPost(changes), 'whatsapp', { picture }).text;

/** A marker that WhatsApp might take as one: any but an underscore inside a Latin word. */
const marker = /[*~`]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/;
const lineMarkup = /^\s*(?:>|[-*]\s|\d+\.\s)/m;

describe('a WhatsApp message', () => {
  it('is a bold headline, the summary, and the address alone on its line', () => {
    expect(write()).toBe(
      '*В Баку открылся новый мост*\n\nМост соединил два берега бухты. Движение начнётся в понедельник.\n\n' +
        'https://news.example/ru/1009',
    );
  });

  it('leaves the address untouched', () => {
    const link = 'https://news.example/a_b_*c*~d~?x=1&y=_z_#_';
    expect(write({ link }).split('\n').at(-1)).toBe(link);
  });

  it('leaves no empty lines where a part is missing', () => {
    expect(write({ headline: '', summary: '' })).toBe('https://news.example/ru/1009');
    expect(write({ headline: '', breaking: true, summary: '' })).toBe('⚡️ Срочно\n\nhttps://news.example/ru/1009');
  });

  it.each(oddTexts)('has no markup from the text %s', (_name, odd) => {
    const text = write({ headline: odd, summary: odd });
    const blocks = text.split('\n\n').slice(0, -1);
    const headline = /^\*(.*)\*$/.exec(blocks[0] ?? '');
    expect(headline?.[1] ?? '').not.toMatch(marker);
    const rest = (headline ? blocks.slice(1) : blocks).join('\n\n');
    expect(rest).not.toMatch(marker);
    expect(rest).not.toMatch(lineMarkup);
    expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Surrogate}|\n{3}/u);
    expect(text.endsWith('\n\nhttps://news.example/ru/1009') || text === 'https://news.example/ru/1009').toBe(true);
  });

  it.each(oddTexts)('keeps within the limits: %s', (_name, odd) => {
    for (const picture of [true, false]) {
      const { length, limit } = measureMessage(write({ headline: odd, summary: odd }, picture), 'whatsapp', picture);
      expect(length).toBeLessThanOrEqual(limit);
    }
  });

  it('keeps words with an underscore, and addresses in the text where they led', () => {
    const text = write({ summary: 'Файл news_2024 лежит на https://e.example/~ann/a_b*c_ и всё.' });
    expect(text).toContain('news_2024');
    expect(text).toContain('https://e.example/%7Eann/a_b%2Ac');
  });

  it('looks the same where markup had to go', () => {
    expect(write({ headline: '*Важно*: ~5 °C', summary: '- раз\n> два\n3. три' })).toMatch(
      /^\*∗Важно∗: ∼5 °C\*\n\n– раз\n› два\n3․ три\n\n/,
    );
  });
});
