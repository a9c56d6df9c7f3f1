import type { MethodEntry } from './method-table.ts';
import { isRecord, type Params } from './params.ts';

const NESTED: Readonly<Record<string, ReadonlySet<string>>> = {
  link_preview_options: names('is_disabled url prefer_small_media prefer_large_media show_above_text'),
  reply_markup: names('inline_keyboard'),
  reply_parameters: names(
    'message_id chat_id allow_sending_without_reply quote quote_parse_mode quote_entities quote_position',
  ),
};
const BUTTON = names('text url callback_data style icon_custom_emoji_id web_app login_url copy_text pay');

/**
 * The names of parameters that the Bot API does not know. The real server ignores them in silence,
 * which hides misspelt ones; here they are faults of the client.
 */
export const findUnknownParams = (method: MethodEntry, { values, files }: Params): readonly string[] => {
  const attached = new Set(Object.values(values).filter((value) => String(value).startsWith('attach://')));
  const own = Object.keys(values).filter((name) => name !== 'method' && !method.params.has(name));
  const uploads = [...files.keys()].filter((name) => !method.params.has(name) && !attached.has(`attach://${name}`));
  return [...own, ...uploads, ...Object.entries(values).flatMap(([name, value]) => findUnknownInside(name, value))];
};

const findUnknownInside = (name: string, value: unknown): readonly string[] => {
  const known = NESTED[name];
  const object = readObject(value);
  if (!known || !object) return [];
  const keys = Object.keys(object).filter((key) => !known.has(key));
  const rows = object.inline_keyboard;
  const buttons = Array.isArray(rows) ? rows.flat().filter(isRecord) : [];
  const buttonKeys = buttons.flatMap((button) => Object.keys(button).filter((key) => !BUTTON.has(key)));
  return [...keys.map((key) => `${name}.${key}`), ...buttonKeys.map((key) => `${name}.inline_keyboard.${key}`)];
};

const readObject = (value: unknown): Readonly<Record<string, unknown>> | null => {
  if (isRecord(value)) return value;
  if (typeof value !== 'string') return null;
  try {
    const parsed: unknown = JSON.parse(value);
    return isRecord(parsed) ? parsed : null;
  } catch {
    // Broken JSON is the method's to refuse, in Telegram's words.
    return null;
  }
};

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
