import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Telegraf, Telegram } from 'telegraf';
import { startBotApi } from '../../../support/telegram/bot-api.ts';
import { acceptedThenHangUp } from '../../../support/telegram/fault-kinds.ts';
import type { BotApi } from '../../../support/telegram/port.ts';
import { makePng } from '../../../support/telegram/sample-picture.ts';
import { waitFor } from '../../../support/wait-for.ts';

const CHAT = '@herald_az';
let api: BotApi;
let telegram: Telegram;

beforeEach(async () => {
  api = await startBotApi({ prefix: '/telegram' });
  api.addChannel({ id: -1001, username: 'herald_az' });
  api.addPerson({ id: 7, firstName: 'Leyla' });
  telegram = new Telegram(api.token, { apiRoot: api.url });
});
afterEach(async () => {
  expect(api.violations).toEqual([]);
  await api.close();
});

describe('the real client', () => {
  it('sends, edits, forwards and deletes', async () => {
    const text = await telegram.sendMessage(CHAT, '<b>Yağış</b>', { parse_mode: 'HTML' });
    const photo = await telegram.sendPhoto(CHAT, { source: makePng(30, 20) }, { caption: 'foto' });
    await telegram.editMessageText(CHAT, text.message_id, undefined, 'Qar');
    await telegram.editMessageCaption(CHAT, photo.message_id, undefined, 'şəkil');
    const forwarded = await telegram.forwardMessage(7, CHAT, text.message_id);
    await telegram.deleteMessage(CHAT, text.message_id);
    expect(forwarded).toMatchObject({ text: 'Qar', forward_origin: { message_id: text.message_id } });
    expect(api.posts(CHAT)).toMatchObject([{ text: 'şəkil', photo: { width: 30, type: 'image/png' } }]);
  });

  it('sees refusals as its own errors', async () => {
    await expect(telegram.sendMessage(CHAT, '<p>', { parse_mode: 'HTML' })).rejects.toMatchObject({
      code: 400,
      description: `Bad Request: can't parse entities: Unsupported start tag "p" at byte offset 0`,
    });
  });

  it('cannot tell what became of a request when the connection is cut', async () => {
    api.faults.order({ method: 'sendMessage', fault: acceptedThenHangUp });
    await expect(telegram.sendMessage(CHAT, 'salam')).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(api.posts(CHAT)).toHaveLength(1);
  });

  it('runs a bot that answers an editor', async () => {
    const bot = new Telegraf(api.token, { telegram: { apiRoot: api.url } });
    bot.command('status', (context) => context.reply('hər şey qaydasındadır'));
    const running = bot.launch();
    await waitFor('the bot to poll', () => api.requests.some((each) => each.method === 'getUpdates'));
    api.postAsHuman(7, '/status');
    await waitFor('the answer', () => api.posts(7).length === 2);
    bot.stop();
    await running;
  });
});
