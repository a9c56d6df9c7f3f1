import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startBotApi } from '../../../support/telegram/bot-api.ts';
import { call, type Wire } from '../../../support/telegram/call.ts';
import type { BotApi } from '../../../support/telegram/port.ts';

const CHAT = -1001;
let api: BotApi;

const start = async (absorbMs = 0): Promise<void> => {
  api = await startBotApi({ flood: true, frozen: true, absorbMs });
  for (let chat = CHAT; chat > CHAT - 10; chat -= 1) api.addChannel({ id: chat });
};
const send = (chat = CHAT): Promise<Wire> => call(api, 'sendMessage', { chat_id: chat, text: 'xəbər' });
const sendMany = async (count: number, chat = CHAT): Promise<readonly Wire[]> => {
  const answers: Wire[] = [];
  for (let i = 0; i < count; i += 1) answers.push(await send(chat));
  return answers;
};

beforeEach(() => start());
afterEach(() => api.close());

describe('the flood limits', () => {
  it('allow a short burst in a chat, then answer 429 with the wait in body and header', async () => {
    const [first, , , fourth, fifth] = await sendMany(5);
    expect([first?.ok, fourth?.ok]).toEqual([true, true]);
    expect(fifth).toMatchObject({
      status: 429,
      description: 'Too Many Requests: retry after 4',
      parameters: { retry_after: 4 },
      retryAfter: '4',
    });
    expect(api.posts(CHAT)).toHaveLength(4);
  });

  it('refuse during the wait, and let go after it', async () => {
    await sendMany(5);
    api.clock.advance(3_900);
    expect((await send()).parameters).toEqual({ retry_after: 1 });
    api.clock.advance(100);
    expect((await send()).ok).toBe(true);
  });

  it('make the next wait longer for who did not wait', async () => {
    await sendMany(7);
    api.clock.advance(4_000);
    const last = (await sendMany(5)).at(-1);
    expect(Number(last?.parameters?.retry_after)).toBeGreaterThan(4);
  });

  it('allow 20 a minute in a chat, sends and edits together', async () => {
    const { result } = await send();
    for (let i = 1; i < 20; i += 1) {
      api.clock.advance(1_000);
      const edit = await call(api, 'editMessageText', { chat_id: CHAT, message_id: result.message_id, text: `v${i}` });
      expect(edit.ok).toBe(true);
    }
    api.clock.advance(1_000);
    expect(await send()).toMatchObject({ status: 429, parameters: { retry_after: 40 } });
  });

  it('allow 30 a second overall', async () => {
    for (let chat = 0; chat < 7; chat += 1) await sendMany(4, CHAT - chat);
    await sendMany(2, CHAT - 7);
    expect((await send(CHAT - 8)).status).toBe(429);
    expect((await call(api, 'getMe')).ok).toBe(true);
  });

  it('do not count what was refused', async () => {
    for (let i = 0; i < 5; i += 1) await call(api, 'sendMessage', { chat_id: CHAT, text: '<p>', parse_mode: 'HTML' });
    expect((await send()).ok).toBe(true);
  });

  it('hold a request back for a while before they refuse it, as the real server does', async () => {
    await api.close();
    await start(8_000);
    await sendMany(4);
    const fifth = send();
    const posted = await call(api, 'getChat', { chat_id: CHAT }).then(() => api.posts(CHAT).length);
    api.clock.advance(4_000);
    expect((await fifth).ok).toBe(true);
    expect(posted).toBe(4);
  });
});
