import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startBotApi } from '../../../support/telegram/bot-api.ts';
import { call } from '../../../support/telegram/call.ts';
import type { BotApi, BotRights } from '../../../support/telegram/port.ts';

const PUBLIC = -1001;
const PRIVATE = -1002;
const ALL = { member: true, canPost: true, canEdit: true, canDelete: true };
let api: BotApi;

const describeCall = async (method: string, params: Readonly<Record<string, unknown>>): Promise<string> => {
  const { status, description } = await call(api, method, params);
  return `${status} ${description ?? 'ok'}`;
};
const send = (chat: number): Promise<string> => describeCall('sendMessage', { chat_id: chat, text: 'salam' });

beforeEach(async () => {
  api = await startBotApi();
  api.addChannel({ id: PUBLIC, username: 'herald_az' });
  api.addChannel({ id: PRIVATE });
  api.addPerson({ id: 7, firstName: 'Leyla' });
});
afterEach(() => api.close());

describe('a bot without rights', () => {
  it.each<[string, BotRights, string, string]>([
    [
      'never joined',
      'none',
      '403 Forbidden: bot is not a member of the channel chat',
      '400 Bad Request: chat not found',
    ],
    [
      'was kicked',
      'kicked',
      '403 Forbidden: bot was kicked from the channel chat',
      '403 Forbidden: bot was kicked from the channel chat',
    ],
    [
      'may not post',
      { ...ALL, canPost: false },
      '400 Bad Request: need administrator rights in the channel chat',
      '400 Bad Request: need administrator rights in the channel chat',
    ],
  ])('that %s cannot send', async (_what, rights, inPublic, inPrivate) => {
    api.setRights(PUBLIC, rights);
    api.setRights(PRIVATE, rights);
    expect([await send(PUBLIC), await send(PRIVATE)]).toEqual([inPublic, inPrivate]);
  });

  it('can still read a public channel', async () => {
    api.setRights(PUBLIC, 'none');
    expect(await describeCall('getChat', { chat_id: '@herald_az' })).toBe('200 ok');
  });

  it('cannot edit or delete what it may not', async () => {
    const human = api.postAsHuman(PUBLIC, 'из редакции');
    api.setRights(PUBLIC, { ...ALL, canEdit: false, canDelete: false });
    const named = { chat_id: PUBLIC, message_id: human };
    expect(await describeCall('editMessageText', { ...named, text: 'x' })).toBe(
      "400 Bad Request: message can't be edited",
    );
    expect(await describeCall('deleteMessage', named)).toBe("400 Bad Request: message can't be deleted");
    expect(await describeCall('pinChatMessage', named)).toBe(
      '400 Bad Request: not enough rights to manage pinned messages in the chat',
    );
  });

  it('hears it when a person stopped it', async () => {
    api.addPerson({ id: 8, firstName: 'Orxan', blocked: true });
    expect([await send(7), await send(8)]).toEqual(['200 ok', '403 Forbidden: bot was blocked by the user']);
  });
});

describe('what a bot is told of itself', () => {
  it.each<[BotRights, string]>([
    [ALL, 'administrator'],
    [{ member: true, canPost: false, canEdit: false, canDelete: false }, 'member'],
    ['none', 'left'],
  ])('with %j is %s', async (rights, status) => {
    api.setRights(PUBLIC, rights);
    const { result } = await call(api, 'getChatMember', { chat_id: PUBLIC, user_id: api.bot.id });
    expect(result).toMatchObject({ status, user: { id: api.bot.id } });
  });

  it('names each right', async () => {
    api.setRights(PUBLIC, { ...ALL, canDelete: false });
    const { result } = await call(api, 'getChatMember', { chat_id: PUBLIC, user_id: api.bot.id });
    expect(result).toMatchObject({ can_post_messages: true, can_edit_messages: true, can_delete_messages: false });
  });

  it('comes as an update when it changes', async () => {
    api.setRights(PUBLIC, 'kicked');
    const { result } = await call(api, 'getUpdates');
    expect(result).toMatchObject([
      { my_chat_member: { old_chat_member: { status: 'administrator' }, new_chat_member: { status: 'kicked' } } },
    ]);
  });
});

describe('a channel', () => {
  it('keeps its numeric id when its public name changes', async () => {
    api.rename(PUBLIC, 'herald_news');
    expect(await describeCall('getChat', { chat_id: '@herald_az' })).toBe('400 Bad Request: chat not found');
    expect((await call(api, 'getChat', { chat_id: '@herald_news' })).result).toMatchObject({ id: PUBLIC });
  });
});
