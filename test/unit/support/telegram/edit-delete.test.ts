import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startBotApi } from '../../../support/telegram/bot-api.ts';
import { call, upload, type Wire } from '../../../support/telegram/call.ts';
import type { BotApi } from '../../../support/telegram/port.ts';
import { makePng } from '../../../support/telegram/sample-picture.ts';

const CHAT = -1001;
const HOUR = 3_600_000;
const BUTTONS = { inline_keyboard: [[{ text: 'Read', url: 'https://newsroom.example/' }]] };
let api: BotApi;
let text: number;
let photo: number;

const on = (method: string, id: number, params: Readonly<Record<string, unknown>> = {}): Promise<Wire> =>
  call(api, method, { chat_id: CHAT, message_id: id, ...params });

beforeEach(async () => {
  api = await startBotApi({ frozen: true });
  api.addChannel({ id: CHAT });
  text = Number(
    (await call(api, 'sendMessage', { chat_id: CHAT, text: 'one', reply_markup: BUTTONS })).result.message_id,
  );
  photo = Number((await upload(api, { chat_id: String(CHAT), caption: 'two' }, makePng(20, 10))).result.message_id);
});
afterEach(() => api.close());

describe('an edit', () => {
  it('changes the post, however old, and takes away a button that is not given again', async () => {
    api.clock.advance(1000 * HOUR);
    const { result } = await on('editMessageText', text, { text: '<i>uno</i>', parse_mode: 'HTML' });
    expect(result).toMatchObject({ message_id: text, text: 'uno', edit_date: Math.floor(api.clock.now() / 1000) });
    expect(api.posts(CHAT)[0]).toMatchObject({ text: 'uno', entities: [{ type: 'italic' }], button: null });
    expect(api.history(CHAT).map(({ kind, text: words }) => [kind, words])).toEqual([
      ['posted', 'one'],
      ['posted', 'two'],
      ['edited', 'uno'],
    ]);
  });

  it('changes a caption and leaves the photo', async () => {
    await on('editMessageCaption', photo, { caption: 'dos' });
    expect(api.posts(CHAT)[1]).toMatchObject({ text: 'dos', photo: { width: 20, height: 10 } });
  });

  it('changes the buttons alone', async () => {
    await on('editMessageReplyMarkup', text);
    expect(api.posts(CHAT)[0]).toMatchObject({ text: 'one', button: null });
  });

  it.each([
    ['nothing new', 'editMessageText', { text: 'one ', reply_markup: BUTTONS }, 'message is not modified: '],
    ['a text over the limit', 'editMessageText', { text: 'x'.repeat(4097) }, 'MESSAGE_TOO_LONG'],
    ['no visible text', 'editMessageText', { text: ' ' }, 'text must be non-empty'],
    ['a caption for a text', 'editMessageCaption', { caption: 'x' }, 'there is no caption in the message to edit'],
    ['an unknown post', 'editMessageText', { text: 'x', message_id: 77 }, 'message to edit not found'],
    ['no post at all', 'editMessageText', { text: 'x', message_id: '' }, 'message identifier is not specified'],
  ])('with %s is refused', async (_what, method, params, words) => {
    const answer = await on(method, text, params);
    expect(answer.description).toMatch(new RegExp(`^Bad Request: ${words}`));
    expect(api.posts(CHAT)[0]).toMatchObject({ text: 'one', editDate: null });
  });

  it('of a photo cannot make it a text, nor its caption longer than 1024', async () => {
    const asText = await on('editMessageText', photo, { text: 'x' });
    const tooLong = await on('editMessageCaption', photo, { caption: 'x'.repeat(1025) });
    expect(asText.description).toBe('Bad Request: there is no text in the message to edit');
    expect(tooLong.description).toBe('Bad Request: MEDIA_CAPTION_TOO_LONG');
  });
});

describe('a deletion', () => {
  it('takes the post away and leaves a hole in the ids', async () => {
    expect((await on('deleteMessage', text)).ok).toBe(true);
    await call(api, 'sendMessage', { chat_id: CHAT, text: 'three' });
    expect(api.posts(CHAT).map((post) => post.messageId)).toEqual([photo, photo + 1]);
    expect(api.history(CHAT)).toContainEqual(
      expect.objectContaining({ kind: 'deleted', messageId: text, text: 'one' }),
    );
    expect((await on('deleteMessage', text)).description).toBe('Bad Request: message to delete not found');
  });

  it('is too late after 48 hours', async () => {
    api.clock.advance(48 * HOUR - 1000);
    expect((await on('deleteMessage', text)).ok).toBe(true);
    api.clock.advance(1000);
    expect((await on('deleteMessage', photo)).description).toBe("Bad Request: message can't be deleted");
  });
});

describe('a pin', () => {
  it('is shown by the chat, and its service message takes an id', async () => {
    await on('pinChatMessage', text);
    const { result } = await call(api, 'getChat', { chat_id: CHAT });
    const next = await call(api, 'sendMessage', { chat_id: CHAT, text: 'three' });
    expect(result).toMatchObject({ pinned_message: { message_id: text } });
    expect(next.result.message_id).toBe(photo + 2);
    expect(api.posts(CHAT)).toHaveLength(3);
  });

  it('needs a message', async () => {
    expect((await on('pinChatMessage', 77)).description).toBe('Bad Request: message to pin not found');
  });
});
