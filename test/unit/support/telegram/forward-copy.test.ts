import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startBotApi } from '../../../support/telegram/bot-api.ts';
import { call, type Wire } from '../../../support/telegram/call.ts';
import type { BotApi } from '../../../support/telegram/port.ts';

const CHANNEL = -1001;
const GUARDED = -1002;
const PROOF = -1003;
let api: BotApi;

const forward = (from: number, id: number): Promise<Wire> =>
  call(api, 'forwardMessage', { chat_id: PROOF, from_chat_id: from, message_id: id });
const copy = (from: number, id: number, to: number | '' = PROOF): Promise<Wire> =>
  call(api, 'copyMessage', { chat_id: to, from_chat_id: from, message_id: id });
const send = async (chat: number): Promise<number> => {
  const { result } = await call(api, 'sendMessage', { chat_id: chat, text: '<b>Снег</b> a.az', parse_mode: 'HTML' });
  return Number(result.message_id);
};

beforeEach(async () => {
  api = await startBotApi({ frozen: true });
  api.addChannel({ id: CHANNEL });
  api.addChannel({ id: GUARDED, protected: true });
  api.addChannel({ id: PROOF, type: 'supergroup' });
});
afterEach(() => api.close());

describe('forwardMessage', () => {
  it('returns the whole post and where it is from', async () => {
    const id = await send(CHANNEL);
    const date = Math.floor(api.clock.now() / 1000);
    api.clock.advance(60_000);
    const { result } = await forward(CHANNEL, id);
    expect(result).toMatchObject({
      chat: { id: PROOF },
      date: date + 60,
      text: 'Снег a.az',
      entities: [{ type: 'bold' }, { type: 'url' }],
      forward_origin: { type: 'channel', chat: { id: CHANNEL }, message_id: id, date },
    });
  });

  it('finds nothing where nothing ever was, or where the bot itself deleted', async () => {
    const id = await send(CHANNEL);
    await call(api, 'deleteMessage', { chat_id: CHANNEL, message_id: id });
    const answers = [await forward(CHANNEL, id), await forward(CHANNEL, id + 5)];
    expect(answers.map((each) => each.description)).toEqual(Array(2).fill('Bad Request: message to forward not found'));
  });

  it('fails in other words for what a person deleted', async () => {
    const id = await send(CHANNEL);
    api.deleteAsHuman(CHANNEL, id);
    expect((await forward(CHANNEL, id)).description).toBe('Bad Request: MESSAGE_ID_INVALID');
  });

  it('does not take service messages nor protected posts', async () => {
    const id = await send(CHANNEL);
    await call(api, 'pinChatMessage', { chat_id: CHANNEL, message_id: id });
    const service = await forward(CHANNEL, id + 1);
    const guarded = await forward(GUARDED, await send(GUARDED));
    expect(service.description).toBe("Bad Request: the message can't be forwarded");
    expect(guarded.description).toBe("Bad Request: message has protected content and can't be forwarded");
  });
});

describe('copyMessage', () => {
  it('copies protected posts too, and the copy can be read', async () => {
    const { result } = await copy(GUARDED, await send(GUARDED));
    expect(Object.keys(result)).toEqual(['message_id']);
    const seen = await forward(PROOF, Number(result.message_id));
    expect(seen.result).toMatchObject({ text: 'Снег a.az' });
  });

  it('does not take service messages', async () => {
    const id = await send(CHANNEL);
    await call(api, 'pinChatMessage', { chat_id: CHANNEL, message_id: id });
    expect((await copy(CHANNEL, id + 1)).description).toBe("Bad Request: the message can't be copied");
  });

  it('without a target tells whether the post exists, and leaves no trace', async () => {
    const id = await send(CHANNEL);
    const there = await copy(CHANNEL, id, '');
    const absent = await copy(CHANNEL, id + 1, '');
    expect(there.description).toBe('Bad Request: chat_id is empty');
    expect(absent.description).toBe('Bad Request: message to copy not found');
    expect(api.posts(PROOF)).toEqual([]);
  });
});
