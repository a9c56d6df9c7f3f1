import { openChat } from './chats.ts';
import { hasParam, isRecord, type Params, readFlag, readInteger, readJson, readText } from './params.ts';
import { badRequest } from './refusal.ts';
import { free, type Method } from './world.ts';

/** How long a pressed button waits for its answer, in milliseconds. */
const ANSWER_WINDOW = 15_000;
const COMMAND = /^[a-z0-9_]{1,32}$/;

export const getUpdates: Method = (world, params) => {
  const allowed = readNames(params);
  return free(() =>
    world.updates.read({
      offset: readInteger(params, 'offset'),
      limit: hasParam(params, 'limit') ? readInteger(params, 'limit') : 100,
      timeout: readInteger(params, 'timeout'),
      allowed,
    }),
  );
};

const readNames = (params: Params): readonly string[] | null => {
  const names = readJson(params, 'allowed_updates', 'allowed updates');
  if (names === undefined) return null;
  if (!Array.isArray(names)) throw badRequest('allowed_updates must be an Array of String');
  return names.map(String);
};

export const answerCallbackQuery: Method = (world, params) => {
  const callback = world.callbacks.get(readText(params, 'callback_query_id'));
  if (!callback || callback.answer !== null || world.clock.now() - callback.at > ANSWER_WINDOW) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  const text = readText(params, 'text');
  if ([...text].length > 200) throw badRequest('MESSAGE_TOO_LONG');
  return free(() => {
    callback.answer = text;
    return true;
  });
};

export const setMyCommands: Method = (_world, params) => {
  const commands = readJson(params, 'commands', 'commands');
  if (!Array.isArray(commands)) throw badRequest('expected an Array of BotCommand');
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  for (const each of commands as readonly unknown[]) {
    if (!isRecord(each) || !COMMAND.test(String(each.command))) throw badRequest('BOT_COMMAND_INVALID');
    const words = String(each.description ?? '');
    if (words === '' || words.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  return free(() => true);
};

export const deleteMyCommands: Method = () => free(() => true);

/** The address is kept, so that polling is refused; nothing is sent to it. */
export const setWebhook: Method = (world, params) =>
  free(() => {
    world.updates.webhook = readText(params, 'url');
    return true;
  });

export const deleteWebhook: Method = (world, params) =>
  free(() => {
    world.updates.webhook = '';
    if (readFlag(params, 'drop_pending_updates')) world.updates.drop();
    return true;
  });

export const getWebhookInfo: Method = (world) =>
  free(() => ({ url: world.updates.webhook, has_custom_certificate: false, pending_update_count: 0 }));

export const sendChatAction: Method = (world, params) => {
  openChat(world.chats, readText(params, 'chat_id'), 'write');
  if (readText(params, 'action') === '') throw badRequest('wrong parameter action in request');
  return free(() => true);
};
