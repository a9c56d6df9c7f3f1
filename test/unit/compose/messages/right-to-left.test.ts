import { describe, expect, it } from '@jest/globals';
import { renderMessage } from '../../../../src/compose/messages/render-message.ts';
import { aPost } from './a-post.ts';

const rlm = '\u200f';
const write = (headline: string, summary: string): readonly string[] =>
  renderMessage(aPost({ headline, summary, language: 'ar', breaking: true }), 'whatsapp', {
    picture: false,
  }).text.split('\n');

describe('a right-to-left post', () => {
  it('needs no marks where its lines begin right-to-left', () => {
    expect(write('افتتاح الجسر', 'قال الوزير إن الجسر جاهز.').join('\n')).not.toContain(rlm);
  });

  it('is laid out from the right even where a line begins with a Latin name', () => {
    const lines = write('NATO تعلن موقفها من الأزمة', 'BBC نقلت الخبر عن الوزارة.\nقال الوزير.');
    expect(lines[1]).toBe(`*${rlm}NATO تعلن موقفها من الأزمة*`);
    expect(lines[3]).toBe(`${rlm}BBC نقلت الخبر عن الوزارة.`);
    expect(lines[4]).toBe('قال الوزير.');
  });

  it('leaves a Latin text that only cites a right-to-left word', () => {
    expect(write('The word سلام means peace', '').join('\n')).not.toContain(rlm);
  });

  it('keeps the mark of breaking news and the address on lines of their own, without signs of direction', () => {
    const lines = write('\u202bNATO تعلن موقفها\u202c', '\u2067قال الوزير');
    expect(lines[0]).toBe('⚡️ Breaking');
    expect(lines.at(-1)).toBe('https://news.example/ru/1009');
    expect(lines.join('')).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });
});
