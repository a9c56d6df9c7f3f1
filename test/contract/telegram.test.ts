import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChannelConfig } from '../../src/article/channel.ts';
import type { Proof } from '../../src/channels/telegram/probe.ts';
import { createTelegramApi } from '../../src/channels/telegram/telegram-api.ts';
import { createTelegramChannel } from '../../src/channels/telegram/telegram-channel.ts';
import type { Channel } from '../../src/deliver/channel.ts';
import { startBotApi } from '../support/telegram/bot-api.ts';
import * as faults from '../support/telegram/fault-kinds.ts';
import type { BotApi } from '../support/telegram/port.ts';
import { waitFor } from '../support/wait-for.ts';
import { aChannelConfig } from './a-channel-config.ts';
import { aFlatPicture, aMessage, aPicture } from './a-message.ts';
import { calling, expectAccepted, runChannelContract } from './channel-contract.ts';

const chat = -1_001_234_567_890;

const openChannel = (
  bot: Pick<BotApi, 'url' | 'token'>,
  changes: Partial<ChannelConfig> = {},
  timeoutMs = 10_000,
  proof: Proof | null = null,
): Channel =>
  createTelegramChannel({
    config: aChannelConfig({ id: 'tg-az', platform: 'telegram', target: '@herald_az', ...changes }),
    api: createTelegramApi({ token: bot.token, apiRoot: bot.url, timeoutMs, uploadTimeoutMs: timeoutMs }),
    proof,
  });

const startBot = async (options: Parameters<typeof startBotApi>[0] = {}): Promise<BotApi> => {
  const bot = await startBotApi(options);
  bot.addChannel({ id: chat, username: 'herald_az', title: 'Herald' });
  return bot;
};

runChannelContract('telegram', async () => {
  const bot = await startBot();
  return {
    channel: openChannel(bot),
    subscribersSee: async () =>
      bot.posts(chat).map(({ messageId, text, photo }) => ({
        messageId: String(messageId),
        text,
        picture: photo !== null,
      })),
    close: async () => {
      expect(bot.violations).toEqual([]);
      await bot.close();
    },
  };
});

describe('a Telegram channel', () => {
  let bot: BotApi;
  beforeEach(async () => {
    bot = await startBot({ frozen: true });
  });
  afterEach(async () => {
    expect(bot.violations).toEqual([]);
    await bot.close();
  });
  const message = aMessage('telegram');
  const send = (channel = openChannel(bot)) => channel.send(message, calling());

  it('links to the post', async () => {
    const byName = expectAccepted(await send());
    expect(byName.link).toBe(`https://t.me/herald_az/${byName.messageId}`);
    bot.rename(chat, undefined);
    const byId = expectAccepted(await send(openChannel(bot, { target: String(chat) })));
    expect(byId.link).toBe(`https://t.me/c/1234567890/${byId.messageId}`);
  });

  it('shows the page below a text, and keeps it and the button through an edit', async () => {
    const channel = openChannel(bot, { button: 'Oxu', silent: true });
    const posted = expectAccepted(await send(channel));
    const shown = { silent: true, previewUrl: message.link, button: { text: 'Oxu', url: message.link } };
    expect(bot.posts(chat)).toMatchObject([shown]);
    await channel.edit(posted, aMessage('telegram', { headline: 'Düzəliş' }), calling());
    expect(bot.posts(chat)).toMatchObject([{ ...shown, text: expect.stringMatching(/^Düzəliş/) }]);
  });

  it('posts without button and preview where the address is not public', async () => {
    const local = aMessage('telegram', { link: 'http://localhost:3000/1' });
    expectAccepted(await openChannel(bot, { button: 'Oxu' }).send(local, calling()));
    expect(bot.posts(chat)).toMatchObject([{ button: null, previewUrl: null }]);
  });

  it('takes a server of its own behind a path', async () => {
    const own = await startBot({ prefix: '/telegram' });
    expectAccepted(await send(openChannel({ url: own.url.replace(/\/$/, ''), token: own.token })));
    await own.close();
  });

  it.each([false, true])('leaves a notice where a post is too old to be deleted (picture: %s)', async (picture) => {
    const channel = openChannel(bot, { button: 'Oxu' });
    const posted = expectAccepted(await channel.send(aMessage('telegram', {}, picture ? aPicture : null), calling()));
    bot.clock.advance(49 * 60 * 60 * 1000);
    const notice = { ...message, text: 'Bu xəbər geri götürülüb.' };
    for (const _again of [1, 2])
      expect(expectAccepted(await channel.remove(posted, notice, calling())).note).toMatch(/notice/);
    expect(bot.posts(chat)).toMatchObject([{ text: notice.text, button: null, previewUrl: null }]);
  });

  it.each([false, true])('edits what stands, whatever it was thought to be (picture: %s)', async (picture) => {
    const channel = openChannel(bot);
    const posted = expectAccepted(await channel.send(aMessage('telegram', {}, picture ? aPicture : null), calling()));
    const edited = await channel.edit(
      { ...posted, picture: !picture },
      aMessage('telegram', { headline: 'Düzəliş' }),
      calling(),
    );
    expect(edited).toMatchObject({ outcome: 'accepted', picture });
    expect(bot.posts(chat)).toMatchObject([{ text: expect.stringMatching(/^Düzəliş/) }]);
  });

  it('says that it was the picture that Telegram refused', async () => {
    const receipt = await openChannel(bot).send(aMessage('telegram', {}, aFlatPicture), calling());
    expect(receipt).toMatchObject({ outcome: 'refused', pictureRefused: true });
    expect(bot.posts(chat)).toEqual([]);
  });

  it('does not blame the picture for what is wrong with the channel', async () => {
    bot.setRights(chat, 'kicked');
    const receipt = await openChannel(bot).send(aMessage('telegram', {}, aPicture), calling());
    expect(receipt).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(/kicked.*administrator/) });
    expect(receipt).not.toHaveProperty('pictureRefused');
  });

  it('cannot tell whether a post is there without a proof chat, and says how to have one', async () => {
    expect(await openChannel(bot).find(message, { since: 0, floor: '2', known: [] }, calling())).toEqual({
      kind: 'cannot-tell',
      cause: expect.stringMatching(/accounts\.telegram\.proofChat.*look whether the post is there/),
    });
  });
});

describe('a send that Telegram does not plainly accept', () => {
  let bot: BotApi;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.close());
  const sendUnder = (fault: Parameters<BotApi['faults']['order']>[0]['fault'], timeoutMs = 10_000) => {
    bot.faults.order({ fault });
    return openChannel(bot, {}, timeoutMs).send(aMessage('telegram'), calling());
  };

  it.each([
    ['is cut after it was taken', faults.acceptedThenHangUp],
    ['is cut before it was taken', faults.lostRequest],
    ['meets a bad gateway', faults.acceptedThenBadGateway],
    ['meets a server error', faults.acceptedThenServerError],
    ['is answered with a page', faults.acceptedThenPage],
    ['is answered in half', faults.acceptedThenTruncated],
    ['meets a server that shuts down', faults.acceptedThenFlood],
  ])('is unknown when it %s', async (_what, fault) => {
    const receipt = await sendUnder(fault);
    expect(receipt).toMatchObject({ outcome: 'unknown', cause: expect.any(String) });
    expect(JSON.stringify(receipt)).not.toContain(bot.token.split(':')[1]);
  });

  it('is unknown when no answer comes in time', async () => {
    expect(await sendUnder(faults.acceptedThenSilence, 100)).toEqual({
      outcome: 'unknown',
      cause: 'no answer in time',
    });
    expect(bot.posts(chat)).toHaveLength(1);
  });

  it('is unknown when it is stopped in the middle', async () => {
    bot.faults.order({ fault: faults.acceptedThenSilence });
    const stop = new AbortController();
    const sending = openChannel(bot).send(aMessage('telegram'), { signal: stop.signal });
    await waitFor('the post to be taken', () => bot.posts(chat).length > 0);
    stop.abort();
    expect((await sending).outcome).toBe('unknown');
  });

  it('waits as long as flood control says', async () => {
    expect(await sendUnder(faults.flood(17))).toMatchObject({ outcome: 'deferred', retryAfterMs: 17_000 });
    expect(bot.posts(chat)).toEqual([]);
  });

  it.each([
    [401, 'Unauthorized', /Unauthorized.*TELEGRAM_BOT_TOKEN/],
    [400, 'Bad Request: chat not found', /chat not found.*target/],
    [403, 'Forbidden: bot is not a member of the channel chat', /not a member.*administrator/],
    [400, 'Bad Request: need administrator rights in the channel chat', /administrator rights.*post, edit and delete/],
    [400, 'Bad Request: something new', /^Bad Request: something new$/],
  ])('is refused with the words of %d %s, and with a remedy if there is one', async (status, words, reason) => {
    expect(await sendUnder(faults.refusal(status, words))).toEqual({
      outcome: 'refused',
      reason: expect.stringMatching(reason),
    });
  });

  it('is tried again soon when there was no connection', async () => {
    await bot.close();
    const receipt = await openChannel(bot).send(aMessage('telegram'), calling());
    expect(receipt).toMatchObject({ outcome: 'deferred', reason: expect.stringContaining('ECONNREFUSED') });
    expect(JSON.stringify(receipt)).not.toContain(bot.token);
    bot = await startBot();
  });
});

describe('the status of a Telegram channel', () => {
  let bot: BotApi;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.close());
  const rights = { member: true, canPost: true, canEdit: true, canDelete: true };

  it.each([
    ['down', { ...rights, canPost: false }, /administrator/],
    ['degraded', { ...rights, canDelete: false }, /retractions/],
    ['degraded', { ...rights, canEdit: false }, /corrections/],
    ['down', 'kicked' as const, /administrator/],
    ['down', 'none' as const, /administrator/],
  ])('is %s with the rights %j', async (state, given, hint) => {
    bot.setRights(chat, given);
    expect(await openChannel(bot).status(calling())).toMatchObject({ state, hint: expect.stringMatching(hint) });
  });

  const proofChat = -1_002_000_000_001;
  const withProof = (named: string | number = proofChat): Channel =>
    openChannel(bot, {}, 10_000, { chat: named, takeTurn: async () => 0 });

  it.each([
    ['may not post', { ...rights, canPost: false }, proofChat],
    ['was kicked', 'kicked' as const, proofChat],
    ['channel itself', rights, '@herald_az'],
    ['not found', rights, '@no_such'],
  ])('is degraded when its proof chat is of no use: %s', async (fault, given, named) => {
    bot.addChannel({ id: proofChat, bot: given });
    expect(await withProof(named).status(calling())).toEqual({
      state: 'degraded',
      detail: expect.stringContaining(fault),
      hint: expect.stringContaining('accounts.telegram.proofChat'),
    });
  });

  it('is ready with a private group as its proof chat', async () => {
    bot.addChannel({ id: proofChat, type: 'supergroup' });
    expect(await withProof().status(calling())).toMatchObject({ state: 'ready', hint: null });
  });

  it('names a token that Telegram does not know', async () => {
    const status = await openChannel({ url: bot.url, token: '123:not_a_token' }).status(calling());
    expect(status).toMatchObject({ state: 'down', hint: expect.stringContaining('TELEGRAM_BOT_TOKEN') });
  });

  it('names a channel that is not there', async () => {
    const status = await openChannel(bot, { target: '@no_such' }).status(calling());
    expect(status).toMatchObject({ state: 'down', hint: expect.stringContaining('target') });
  });

  it('says when Telegram cannot be reached, without the token', async () => {
    const server = createServer((_request, response) => response.end('<html>')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const status = await openChannel({ url, token: bot.token }).status(calling());
    expect(status).toMatchObject({ state: 'down', hint: expect.stringContaining('apiRoot') });
    expect(JSON.stringify(status)).not.toContain(bot.token.split(':')[1]);
    server.close();
  });
});
