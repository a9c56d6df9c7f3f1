import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startBotApi } from '../../../support/telegram/bot-api.ts';
import { call, callRaw, type Wire } from '../../../support/telegram/call.ts';
import type { BotApi } from '../../../support/telegram/port.ts';

const CHAT = -1001;
let api: BotApi;
const post = (path: string, body: BodyInit, type?: string): Promise<Wire> =>
  callRaw(api, path, { method: 'POST', body, ...(type ? { headers: { 'content-type': type } } : {}) });

beforeEach(async () => {
  api = await startBotApi({ prefix: '/telegram', keep: 3 });
  api.addChannel({ id: CHAT });
});
afterEach(() => api.close());

describe('a request', () => {
  it('may come in any encoding, with the method in any case or as a parameter', async () => {
    const form = new FormData();
    form.set('chat_id', String(CHAT));
    form.set('text', 'форма');
    await callRaw(api, `SENDMESSAGE?chat_id=${CHAT}&text=get`, {});
    await post('sendMessage', new URLSearchParams({ chat_id: String(CHAT), text: 'a b' }));
    await post('sendMessage', form);
    await post('', JSON.stringify({ method: 'sendMessage', chat_id: CHAT, text: 'json' }), 'application/json');
    expect(api.posts(CHAT).map((each) => each.text)).toEqual(['get', 'a b', 'форма', 'json']);
    expect(api.violations).toEqual([]);
  });

  it.each([
    ['a wrong token', 'bot1:wrong/getMe', 401, 'Unauthorized'],
    ['a malformed token', 'botx/getMe', 401, 'Unauthorized: invalid token specified'],
    ['no token', 'getMe', 404, 'Not Found'],
  ])('with %s is turned away', async (_what, path, status, description) => {
    const response = await fetch(api.url + path);
    expect(await response.json()).toEqual({ ok: false, error_code: status, description });
    expect(response.status).toBe(status);
  });

  it('must name a method that exists', async () => {
    expect(await call(api, 'sendMesage')).toMatchObject({ status: 404, description: 'Not Found: method not found' });
    expect(api.violations).toEqual(['unknown method sendMesage']);
  });

  it.each([
    ['no JSON', '{"a', "can't parse JSON object"],
    ['no object', '[1]', 'JSON object expected'],
  ])('with a body that is %s is refused', async (_what, body, words) => {
    expect((await post('getMe', body, 'application/json')).description).toBe(`Bad Request: ${words}`);
  });

  it('must be in UTF-8', async () => {
    const answer = await post('getMe', Buffer.from([0x7b, 0xff, 0x7d]), 'application/json');
    expect(answer.description).toBe('Bad Request: strings must be encoded in UTF-8');
  });
});

describe('a misspelt parameter', () => {
  it.each([
    ['at the top', { parsemode: 'HTML' }, 'parsemode'],
    ['that is no longer documented', { disable_web_page_preview: true }, 'disable_web_page_preview'],
    ['inside an object', { link_preview_options: { prefer_large: true } }, 'link_preview_options.prefer_large'],
    ['inside JSON text', { link_preview_options: '{"URL":"x"}' }, 'link_preview_options.URL'],
    [
      'inside a button',
      { reply_markup: { inline_keyboard: [[{ text: 'a', link: 'b' }]] } },
      'reply_markup.inline_keyboard.link',
    ],
  ])('%s fails loudly', async (_where, params, name) => {
    const answer = await call(api, 'sendMessage', { chat_id: CHAT, text: 'a', ...params });
    expect(answer).toMatchObject({ status: 400, description: `Bad Request: unknown parameter ${name}` });
    expect(api.violations).toEqual([`sendMessage: unknown parameter ${name}`]);
    expect(api.posts(CHAT)).toEqual([]);
  });
});

describe('the record of requests', () => {
  it('tells what was asked and what came of it', async () => {
    await call(api, 'sendMessage', { chat_id: CHAT, text: 'a' });
    await call(api, 'sendMessage', { chat_id: CHAT, text: '' });
    expect(api.requests).toMatchObject([
      { method: 'sendMessage', params: { text: 'a' }, chat: CHAT, messageId: 2, outcome: { kind: 'ok' } },
      { messageId: null, outcome: { kind: 'refused', code: 400, description: 'Bad Request: message text is empty' } },
    ]);
  });

  it('keeps only the newest', async () => {
    for (let i = 0; i < 5; i += 1) await call(api, 'getMe');
    expect(api.requests).toHaveLength(3);
  });
});
