import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startBotApi } from '../../../support/telegram/bot-api.ts';
import { call } from '../../../support/telegram/call.ts';
import type { BotApi } from '../../../support/telegram/port.ts';
import { waitFor } from '../../../support/wait-for.ts';

const CHAT = -1001;
const EDITOR = 7;
let api: BotApi;

type Update = Readonly<Record<string, unknown>> & { readonly update_id: number };

const poll = async (params: Readonly<Record<string, unknown>> = {}): Promise<readonly Update[]> =>
  (await call(api, 'getUpdates', params)).result as unknown as readonly Update[];
const isPolling = (): Promise<unknown> =>
  waitFor('a poll to begin', () => api.requests.some((each) => each.method === 'getUpdates' && each.outcome === null));

beforeEach(async () => {
  api = await startBotApi({ frozen: true });
  api.addChannel({ id: CHAT });
  api.addPerson({ id: EDITOR, firstName: 'Leyla', username: 'leyla' });
});
afterEach(() => api.close());

describe('getUpdates', () => {
  it('tells what people post in the channel, and never what the bot posted', async () => {
    await call(api, 'sendMessage', { chat_id: CHAT, text: 'бот' });
    const id = api.postAsHuman(CHAT, '<b>люди</b>');
    api.editAsHuman(CHAT, id, 'люди.');
    api.editAsHuman(CHAT, id - 1, 'исправлено');
    expect(await poll()).toMatchObject([
      { channel_post: { message_id: id, text: 'люди', entities: [{ type: 'bold' }] } },
      { edited_channel_post: { message_id: id, text: 'люди.' } },
    ]);
  });

  it('tells what an editor writes to the bot, with commands marked', async () => {
    api.postAsHuman(EDITOR, '/start abc');
    expect(await poll()).toMatchObject([
      {
        message: { from: { id: EDITOR, username: 'leyla' }, entities: [{ type: 'bot_command', offset: 0, length: 6 }] },
      },
    ]);
  });

  it('repeats what was not confirmed, and forgets what was', async () => {
    for (const text of ['a', 'b', 'c']) api.postAsHuman(EDITOR, text);
    const [first] = await poll({ limit: 1 });
    expect(await poll()).toHaveLength(3);
    expect(await poll({ offset: Number(first?.update_id) + 1 })).toHaveLength(2);
    expect(await poll({ offset: -1 })).toMatchObject([{ message: { text: 'c' } }]);
    expect(await poll()).toHaveLength(1);
  });

  it('waits for news up to the time-out', async () => {
    const woken = poll({ timeout: 50 });
    await isPolling();
    api.postAsHuman(EDITOR, 'salam');
    expect(await woken).toHaveLength(1);
    const idle = poll({ timeout: 99, offset: -1, allowed_updates: ['message'] }).then((updates) => updates.length);
    expect(await idle).toBe(1);
  });

  it('answers with nothing when the time is over, which is 50 s at most', async () => {
    const idle = poll({ timeout: 99 });
    await isPolling();
    api.clock.advance(50_000);
    expect(await idle).toEqual([]);
  });

  it('is cut off by a second poller', async () => {
    const first = call(api, 'getUpdates', { timeout: 50 });
    await isPolling();
    await poll();
    expect(await first).toMatchObject({
      status: 409,
      description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
  });

  it('is refused while a webhook is set', async () => {
    await call(api, 'setWebhook', { url: 'https://newsroom.example/hook' });
    expect((await call(api, 'getUpdates')).status).toBe(409);
    await call(api, 'deleteWebhook');
    expect((await call(api, 'getUpdates')).ok).toBe(true);
  });

  it('forgets after a day, and what is dropped', async () => {
    api.postAsHuman(EDITOR, 'old');
    api.clock.advance(86_400_000);
    expect(await poll()).toEqual([]);
    api.postAsHuman(EDITOR, 'dropped');
    await call(api, 'deleteWebhook', { drop_pending_updates: true });
    expect(await poll()).toEqual([]);
  });

  it('remembers which kinds were asked for', async () => {
    await poll({ allowed_updates: ['callback_query'] });
    api.postAsHuman(EDITOR, 'unheard');
    expect(await poll()).toEqual([]);
  });
});

describe('a pressed button', () => {
  it('is answered once, and soon', async () => {
    await call(api, 'sendMessage', { chat_id: EDITOR, text: 'card' });
    const query = api.press(EDITOR, 2, 'v1:a', EDITOR);
    const answer = (): Promise<unknown> =>
      call(api, 'answerCallbackQuery', { callback_query_id: query, text: 'Hazırdır' });
    expect(await poll()).toMatchObject([
      { callback_query: { id: query, data: 'v1:a', from: { id: EDITOR }, message: { message_id: 2, text: 'card' } } },
    ]);
    expect(await answer()).toMatchObject({ ok: true });
    expect(api.answerTo(query)).toBe('Hazırdır');
    expect(await answer()).toMatchObject({
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    });
  });

  it('cannot be answered after 15 seconds', async () => {
    const query = api.press(EDITOR, 99, 'x', EDITOR);
    api.clock.advance(15_001);
    expect((await call(api, 'answerCallbackQuery', { callback_query_id: query })).ok).toBe(false);
    expect(api.answerTo(query)).toBeNull();
  });
});

describe('setMyCommands', () => {
  it.each([
    [[{ command: 'queue', description: 'Növbə' }], null],
    [[{ command: 'Queue', description: 'Növbə' }], 'Bad Request: BOT_COMMAND_INVALID'],
    [[{ command: 'queue', description: '' }], 'Bad Request: BOT_COMMAND_DESCRIPTION_INVALID'],
  ])('checks %j', async (commands, description) => {
    expect((await call(api, 'setMyCommands', { commands })).description).toBe(description);
  });
});
