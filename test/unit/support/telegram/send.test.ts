import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startBotApi } from '../../../support/telegram/bot-api.ts';
import { call, type Wire } from '../../../support/telegram/call.ts';
import type { BotApi } from '../../../support/telegram/port.ts';

const CHAT = -1001;
const LINK = 'https://newsroom.example/a/1';
let api: BotApi;
const send = (params: Readonly<Record<string, unknown>>): Promise<Wire> =>
  call(api, 'sendMessage', { chat_id: CHAT, parse_mode: 'HTML', ...params });

beforeEach(async () => {
  api = await startBotApi();
  api.addChannel({ id: CHAT, username: 'herald_ru', title: 'Вестник' });
});
afterEach(() => api.close());

describe('sendMessage', () => {
  it('puts the post on the channel and returns it', async () => {
    const { result } = await send({ text: `<b>Дождь</b> <a href="${LINK}">дальше</a>`, disable_notification: true });
    expect(result).toMatchObject({
      message_id: 2,
      chat: { id: CHAT, type: 'channel', title: 'Вестник', username: 'herald_ru' },
      sender_chat: { id: CHAT },
      text: 'Дождь дальше',
    });
    expect(api.posts('@Herald_RU')).toMatchObject([
      {
        messageId: 2,
        by: 'bot',
        text: 'Дождь дальше',
        entities: [{ type: 'bold' }, { type: 'text_link', url: LINK }],
        silent: true,
        editDate: null,
        photo: null,
        previewUrl: LINK,
      },
    ]);
  });

  it('gives every post the next id of its channel', async () => {
    api.addChannel({ id: -1002 });
    const ids: unknown[] = [];
    for (const chat of [CHAT, -1002, CHAT]) ids.push((await send({ chat_id: chat, text: 'a' })).result.message_id);
    expect(ids).toEqual([2, 2, 3]);
  });

  it('shows the preview that is asked for', async () => {
    await send({ text: 'a.az', link_preview_options: { url: LINK, prefer_large_media: true } });
    await send({ text: 'a.az', link_preview_options: JSON.stringify({ is_disabled: true }) });
    expect(api.posts(CHAT).map((post) => post.previewUrl)).toEqual([LINK, null]);
  });

  it('puts a button under the post', async () => {
    await send({ text: 'a', reply_markup: { inline_keyboard: [[{ text: 'Oxu', url: LINK }]] } });
    expect(api.posts(CHAT)[0]?.button).toEqual({ text: 'Oxu', url: LINK });
  });

  it('counts code points after parsing, and not the markup', async () => {
    expect((await send({ text: `<b>${'😀'.repeat(4096)}</b>\n` })).ok).toBe(true);
    expect((await send({ text: 'я'.repeat(4097) })).description).toBe('Bad Request: message is too long');
    expect((await send({ text: '<b></b>'.repeat(5000) })).description).toBe('Bad Request: text is too long');
  });

  it.each([
    ['no text', { text: '' }, 'message text is empty'],
    ['only white space', { text: '<b> </b>\n' }, 'text must be non-empty'],
    ['half a sign', { text: 'a\ud800' }, 'strings must be encoded in UTF-8'],
    ['an unknown markup', { text: 'a', parse_mode: 'bbcode' }, 'unsupported parse_mode'],
    ['wrong HTML', { text: 'a<br>' }, `can't parse entities: Unsupported start tag "br" at byte offset 1`],
    ['no chat', { text: 'a', chat_id: '' }, 'chat_id is empty'],
    ['an unknown chat', { text: 'a', chat_id: '@nobody' }, 'chat not found'],
    [
      'broken preview options',
      { text: 'a', link_preview_options: '{' },
      "can't parse link preview options JSON object",
    ],
    [
      'preview options of a wrong kind',
      { text: 'a', link_preview_options: '[]' },
      'object expected as link preview options',
    ],
    ['a reply to nothing', { text: 'a', reply_parameters: { message_id: 99 } }, 'message to be replied not found'],
    [
      'a bad link as entity',
      { text: 'a', parse_mode: '', entities: [{ type: 'text_link', offset: 0, length: 1, url: 'http://localhost/x' }] },
      "entity URL 'http://localhost/x' is invalid: Wrong HTTP URL",
    ],
  ])('refuses %s', async (_what, params, words) => {
    expect(await send(params)).toMatchObject({ status: 400, description: `Bad Request: ${words}` });
    expect(api.posts(CHAT)).toEqual([]);
  });

  it.each([
    [
      'a bad address',
      { text: 'Oxu', url: 'http://localhost' },
      "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
    ],
    ['no action', { text: 'Oxu' }, 'text buttons are unallowed in the inline keyboard'],
    ['too much data', { text: 'Oxu', callback_data: 'ə'.repeat(33) }, 'BUTTON_DATA_INVALID'],
  ])('refuses a button with %s', async (_what, button, words) => {
    const answer = await send({ text: 'a', reply_markup: { inline_keyboard: [[button]] } });
    expect(answer.description).toBe(`Bad Request: ${words}`);
  });

  it('refuses markup that is too long or no inline keyboard', async () => {
    const row = [{ text: 'x'.repeat(10_000), callback_data: 'a' }];
    const long = await send({ text: 'a', reply_markup: { inline_keyboard: [row] } });
    expect(long.description).toBe('Bad Request: reply markup is too long');
  });

  it('tells of wrong HTML before anything about the chat', async () => {
    expect((await send({ text: '<p>', chat_id: 5 })).description).toContain("can't parse entities");
  });

  it('tells of the rights before the length', async () => {
    api.setRights(CHAT, { member: true, canPost: false, canEdit: true, canDelete: true });
    const { description } = await send({ text: 'я'.repeat(5000) });
    expect(description).toBe('Bad Request: need administrator rights in the channel chat');
  });
});
