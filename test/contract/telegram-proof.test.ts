import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Message } from '../../src/article/post.ts';
import { createTelegramApi } from '../../src/channels/telegram/telegram-api.ts';
import { createTelegramChannel } from '../../src/channels/telegram/telegram-channel.ts';
import type { Call, Channel, Finding, Search } from '../../src/deliver/channel.ts';
import { startBotApi } from '../support/telegram/bot-api.ts';
import { call } from '../support/telegram/call.ts';
import * as faults from '../support/telegram/fault-kinds.ts';
import type { Fault } from '../support/telegram/faults.ts';
import type { BotApi, ChannelSetup } from '../support/telegram/port.ts';
import { waitFor } from '../support/wait-for.ts';
import { oddTexts } from '../unit/compose/messages/a-post.ts';
import { aChannelConfig } from './a-channel-config.ts';
import { aMessage, aPicture } from './a-message.ts';
import { calling, expectAccepted } from './channel-contract.ts';

const chat = -1_001_234_567_890;
const proofChat = -1_002_000_000_001;
const message = aMessage('telegram');

let bot: BotApi;
let channel: Channel;
let turns: number;
/** The newest post of ours before the one that is sought. */
let floor: string;

const openChannel = (timeoutMs = 10_000): Channel =>
  createTelegramChannel({
    config: aChannelConfig({ id: 'tg-az', platform: 'telegram', target: '@herald_az' }),
    api: createTelegramApi({ token: bot.token, apiRoot: bot.url, timeoutMs, uploadTimeoutMs: timeoutMs }),
    proof: {
      chat: String(proofChat),
      takeTurn: async () => {
        turns += 1;
        return 0;
      },
    },
  });

const post = async (headline: string): Promise<string> =>
  expectAccepted(
    await channel.send(aMessage('telegram', { headline, link: `https://news.example/${headline}` }), calling()),
  ).messageId;

const setUp = async (source: Partial<ChannelSetup> = {}, proof: Partial<ChannelSetup> = {}): Promise<void> => {
  bot = await startBotApi();
  bot.addChannel({ id: chat, username: 'herald_az', title: 'Herald', ...source });
  bot.addChannel({ id: proofChat, type: 'supergroup', title: 'Proofs', ...proof });
  turns = 0;
  channel = openChannel();
  floor = await post('Əvvəlki');
};

const tearDown = async (): Promise<void> => {
  expect(bot.violations).toEqual([]);
  // Whatever was looked at, nothing of it stays behind.
  expect(bot.posts(proofChat)).toEqual([]);
  await bot.close();
};

const sendUnder = async (fault: Fault, sent: Message = message): Promise<void> => {
  bot.faults.order({ method: ['sendMessage', 'sendPhoto'], fault });
  expect((await channel.send(sent, calling())).outcome).toBe('unknown');
};

const find = (sought: Message = message, search: Partial<Search> = {}, by: Call = calling()): Promise<Finding> =>
  channel.find(sought, { since: bot.clock.now(), floor, known: [], ...search }, by);

const newest = (): number => bot.posts(chat).at(-1)?.messageId ?? 0;
const found = (messageId: number): Finding => ({
  kind: 'found',
  messageId: String(messageId),
  link: `https://t.me/herald_az/${messageId}`,
});
const cannotTell = (words: RegExp): unknown => ({ kind: 'cannot-tell', cause: expect.stringMatching(words) });
const count = (method: string): number => bot.requests.filter((request) => request.method === method).length;

describe('a look for a post that Telegram may have taken', () => {
  beforeEach(() => setUp());
  afterEach(tearDown);

  it.each([
    ['the connection was cut', faults.acceptedThenHangUp],
    ['a proxy answered', faults.acceptedThenBadGateway],
    ['the server shut down', faults.acceptedThenFlood],
  ])('finds it although %s', async (_what, fault) => {
    await sendUnder(fault);
    expect(await find()).toEqual(found(newest()));
  });

  it.each(oddTexts)('finds whatever a newsroom may write: %s', async (_name, odd) => {
    const written = aMessage('telegram', { headline: odd, summary: odd, breaking: true });
    await sendUnder(faults.acceptedThenHangUp, written);
    expect(await find(written)).toEqual(found(newest()));
  });

  it('finds a picture by its caption', async () => {
    const picture = aMessage('telegram', {}, aPicture);
    await sendUnder(faults.acceptedThenHangUp, picture);
    expect(await find({ ...picture, picture: null })).toEqual(found(newest()));
  });

  it('finds a text that went out alone because its picture was refused', async () => {
    await sendUnder(faults.acceptedThenHangUp);
    expect(await find(aMessage('telegram', {}, aPicture))).toEqual(found(newest()));
  });

  it('finds it behind posts of others, a pin, and posts of ours, which it does not look at', async () => {
    bot.postAsHuman(chat, 'Redaksiyadan: bu gün saat altıda canlı yayım');
    const known = [await post('Aradakı')];
    await call(bot, 'pinChatMessage', { chat_id: chat, message_id: Number(floor) });
    await sendUnder(faults.acceptedThenHangUp);
    expect(await find(message, { known })).toEqual(found(newest()));
    const lookedAt = bot.requests.filter(({ method }) => method === 'forwardMessage');
    expect(lookedAt.map(({ params }) => String(params.message_id))).not.toContain(known[0]);
  });

  it('finds it after an editor has changed a word', async () => {
    await sendUnder(faults.acceptedThenHangUp);
    const edited = message.text.replace('Bakıda yeni', 'Bakıda daha bir');
    bot.editAsHuman(chat, newest(), edited);
    expect(bot.posts(chat).at(-1)?.text).toContain('daha bir');
    expect(await find()).toEqual(found(newest()));
  });

  it('says that it is absent when the request was lost, after five empty ids', async () => {
    await sendUnder(faults.lostRequest);
    expect(await find()).toEqual({ kind: 'absent' });
    // Five empty ids, and the known post to be sure of its sight.
    expect(count('forwardMessage')).toBe(6);
    expect(turns).toBe(6);
  });

  it('is sure of its sight although the last post of ours was taken back', async () => {
    expectAccepted(await channel.remove({ messageId: floor, picture: false }, message, calling()));
    expect(await find()).toEqual({ kind: 'absent' });
  });

  it('does not take for absent what it may no longer see', async () => {
    expectAccepted(await channel.remove({ messageId: floor, picture: false }, message, calling()));
    await sendUnder(faults.acceptedThenHangUp);
    bot.faults.order({
      method: 'forwardMessage',
      times: 99,
      fault: faults.refusal(400, 'Bad Request: message to forward not found'),
    });
    bot.setRights(chat, { member: true, canPost: false, canEdit: false, canDelete: false });
    expect(await find()).toEqual(cannotTell(/no longer an administrator.*look whether/));
  });

  it('asks a person when somebody deleted a post that may have been this one', async () => {
    await sendUnder(faults.acceptedThenHangUp);
    const gone = newest();
    bot.postAsHuman(chat, 'Başqa xəbər');
    bot.deleteAsHuman(chat, gone);
    expect(await find()).toEqual(cannotTell(new RegExp(`deleted.*\\(${gone}\\).*look whether`)));
  });

  it('passes over ids of ours that are gone', async () => {
    const known = [await post('Geri götürülən')];
    expectAccepted(await channel.remove({ messageId: known[0] ?? '', picture: false }, message, calling()));
    bot.postAsHuman(chat, 'Başqa xəbər');
    expect(await find(message, { known })).toEqual({ kind: 'absent' });
  });

  it.each([
    ['only links to the article', `<a href="${message.link}">Bu gün oxuyun</a>: həftənin ən maraqlı hekayələri`],
    ['has a picture of which we know nothing', null],
  ])('asks a person about a post that %s', async (_what, html) => {
    if (html === null) expectAccepted(await channel.send(aMessage('telegram', {}, aPicture), calling()));
    else bot.postAsHuman(chat, html);
    expect(await find()).toEqual(cannotTell(new RegExp(`post ${newest()} is like it`)));
  });

  it('asks a person about the same words from before it was sent', async () => {
    bot.postAsHuman(chat, message.text);
    expect(await find(message, { since: bot.clock.now() + 120_000 })).toEqual(cannotTell(/is like it/));
  });

  it('asks a person about the first post ever', async () => {
    expect(await find(message, { floor: null })).toEqual(cannotTell(/nothing was posted here before.*look whether/));
  });

  it('asks a person when more than a hundred posts of others would have to be read', async () => {
    for (let each = 0; each <= 100; each += 1) bot.postAsHuman(chat, `Qeyd ${each}`);
    expect(await find()).toEqual(cannotTell(/more than 100 posts/));
  });

  it('asks a person when the proof chat is of no use, and says why', async () => {
    bot.setRights(proofChat, 'kicked');
    expect(await find()).toEqual(cannotTell(/bot was kicked.*administrator/));
  });

  it('waits out a short flood, and finds it', async () => {
    await sendUnder(faults.acceptedThenHangUp);
    bot.faults.order({ method: 'forwardMessage', fault: faults.flood(1) });
    expect(await find()).toEqual(found(newest()));
  });

  it('comes back later after a long flood', async () => {
    bot.faults.order({ method: 'forwardMessage', fault: faults.flood(40) });
    expect(await find()).toMatchObject({ kind: 'later', retryAfterMs: 40_000 });
  });

  it('comes back later when the look itself fails', async () => {
    bot.faults.order({ method: 'forwardMessage', fault: faults.refusedByGateway });
    expect(await find()).toMatchObject({ kind: 'later', cause: expect.any(String) });
  });

  it('comes back later when it is stopped, and asks a person when it took too long', async () => {
    const stop = new AbortController();
    bot.faults.order({ method: 'forwardMessage', times: 2, fault: faults.lostInSilence });
    const looking = find(message, {}, { signal: stop.signal });
    await waitFor('the look to begin', () => count('forwardMessage') > 0);
    stop.abort();
    expect((await looking).kind).toBe('later');
    expect(await find(message, {}, { signal: AbortSignal.timeout(50) })).toEqual(cannotTell(/took too long/));
  });
});

describe('a look into a channel that protects its content', () => {
  beforeEach(() => setUp({ protected: true }));
  afterEach(tearDown);

  it('reads copies', async () => {
    bot.postAsHuman(chat, 'Redaksiyadan');
    await call(bot, 'pinChatMessage', { chat_id: chat, message_id: Number(floor) });
    await sendUnder(faults.acceptedThenHangUp);
    expect(await find()).toEqual(found(newest()));
  });

  it('says that it is absent when it is not there', async () => {
    await sendUnder(faults.lostRequest);
    expect(await find()).toEqual({ kind: 'absent' });
  });
});

it('reads copies of single posts that are protected', async () => {
  await setUp();
  const sent = await call(bot, 'sendMessage', {
    chat_id: chat,
    text: message.text,
    parse_mode: 'HTML',
    protect_content: true,
  });
  expect(await find()).toEqual(found(Number(sent.result.message_id)));
  await tearDown();
});

it('never looks where readers would see it', async () => {
  await setUp({ id: proofChat, username: 'herald_az' }, { id: chat });
  expect(await find()).toEqual(cannotTell(/this channel itself/));
  expect(count('forwardMessage')).toBe(0);
  await bot.close();
});
