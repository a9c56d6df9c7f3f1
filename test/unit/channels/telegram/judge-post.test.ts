import { describe, expect, it } from '@jest/globals';
import { judgePost, type Verdict } from '../../../../src/channels/telegram/judge-post.ts';
import type { SeenMessage } from '../../../../src/channels/telegram/methods.ts';
import { aMessage } from '../../../contract/a-message.ts';

const since = Date.UTC(2024, 3, 28, 20);
const link = 'https://News.example/az/körpü?id=1';
const message = aMessage('telegram', {
  headline: 'Körpü açıldı: <hamı> & "hər kəs"',
  summary: 'Bakıda yeni körpü istifadəyə verilib.',
  link,
});
const text = 'Körpü açıldı: <hamı> & "hər kəs"\n\nBakıda yeni körpü istifadəyə verilib.\n\nƏtraflı oxu';
const origin = {
  type: 'channel',
  chat: { id: -100, type: 'channel' },
  message_id: 7,
  date: since / 1_000,
} as const;

const linkedBy = (url: string) => [{ type: 'text_link', offset: 0, length: 1, url }];
const asSent: SeenMessage = { message_id: 1, text, entities: linkedBy(link), forward_origin: origin };

const judge = (changes: Partial<SeenMessage> = {}, original = true): Verdict =>
  judgePost([message], { ...asSent, ...changes }, { chat: -100, messageId: 7, since, original });

describe('a post in the channel', () => {
  it('is ours as it was sent', () => {
    expect(judge()).toBe('ours');
  });

  it.each([
    ['rewrote the address', { entities: linkedBy('http://news.example/az/k%C3%B6rp%C3%BC/?id=1') }],
    ['keeps the address only under the preview', { entities: [], link_preview_options: { url: link } }],
    ['keeps it only on the button', { entities: [], reply_markup: { inline_keyboard: [[{ url: link }]] } }],
    ['has no link, but all the words', { entities: [] }],
    ['dropped signs that nobody sees', { text: text.replace('Bakıda', '\u2068Bakıda\u2069').replace('\n\n', ' \n') }],
    ['has another date by a little', { forward_origin: { ...origin, date: since / 1_000 - 50 } }],
  ])('is ours when Telegram %s', (_what, changes) => {
    expect(judge(changes)).toBe('ours');
  });

  it.each([
    ['says something else', { text: 'Havadan danışaq', entities: [] }],
    [
      'is another article',
      { text: text.replace('açıldı', 'bağlandı'), entities: linkedBy('https://news.example/az/2') },
    ],
    ['is a picture without words', { text: undefined, entities: [] }],
  ] as const)('is not ours when it %s', (_what, changes) => {
    const { text: said, ...rest } = { ...asSent, ...changes };
    const seen = said === undefined ? rest : { ...rest, text: said };
    expect(judgePost([message], seen, { chat: -100, messageId: 7, since, original: true })).toBe('other');
  });

  it.each([
    ['links to the article in other words', { text: `Oxuyun və paylaşın, hörmətli dostlar: ${text.slice(0, 5)}` }],
    ['was there before', { forward_origin: { ...origin, date: since / 1_000 - 90 } }],
    ['was forwarded from another channel', { forward_origin: { ...origin, chat: { id: -200, type: 'channel' } } }],
    ['was forwarded from another place', { forward_origin: { ...origin, message_id: 8 } }],
    ['was forwarded from a person', { forward_origin: { type: 'hidden_user' } }],
  ] as const)('is doubtful when it %s', (_what, changes) => {
    expect(judge(changes)).toBe('doubtful');
  });

  it('is doubtful as a picture when a text was sent', () => {
    const { text: caption = '', entities = [], ...rest } = asSent;
    const seen = { ...rest, caption, caption_entities: entities };
    const whereabouts = { chat: -100, messageId: 7, since, original: true };
    expect(judgePost([message], seen, whereabouts)).toBe('doubtful');
    expect(judgePost([{ ...message, image: 'https://news.example/1.jpg' }], seen, whereabouts)).toBe('ours');
  });

  it('is doubtful when a few words without a link are the same', () => {
    const short = { ...message, text: 'Son dəqiqə!' };
    const seen = { ...asSent, text: 'Son dəqiqə!', entities: [] };
    expect(judgePost([short], seen, { chat: -100, messageId: 7, since, original: true })).toBe('doubtful');
  });

  it('is ours when it says what an earlier attempt said', () => {
    const corrected = { ...message, text: 'Heç bir körpü tikilməyib, bu bir yanlışlıq idi.' };
    const whereabouts = { chat: -100, messageId: 7, since, original: true };
    expect(judgePost([corrected], asSent, whereabouts)).toBe('doubtful');
    expect(judgePost([corrected, message], asSent, whereabouts)).toBe('ours');
  });

  it('is judged by what it says alone when it was seen by way of a copy', () => {
    expect(judge({ forward_origin: { type: 'user' } }, false)).toBe('ours');
  });
});
