import { checkUrl } from './check-url.ts';
import { isRecord, type Params, readJson } from './params.ts';
import type { Button } from './port.ts';
import { badRequest } from './refusal.ts';
import type { Buttons } from './stored-message.ts';

const LONGEST_DATA_BYTES = 64;
const LARGEST_MARKUP_BYTES = 10_000;

/** The inline keyboard of a request; empty when it has none. Channels take no other kind. */
export const readMarkup = (params: Params): Buttons => {
  const markup = readJson(params, 'reply_markup', 'reply keyboard markup');
  if (markup === undefined) return [];
  if (!isRecord(markup)) throw badRequest('object expected as reply markup');
  const rows = markup.inline_keyboard;
  if (rows === undefined) throw badRequest('inline keyboard expected');
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) {
    throw badRequest('field "inline_keyboard" must be an Array of Arrays');
  }
  const buttons = rows.map((row: readonly unknown[]) => row.map(readButton)).filter((row) => row.length > 0);
  if (Buffer.byteLength(JSON.stringify(buttons)) > LARGEST_MARKUP_BYTES) throw badRequest('reply markup is too long');
  return buttons;
};

const readButton = (value: unknown): Button => {
  if (!isRecord(value) || typeof value.text !== 'string' || value.text.trim() === '') {
    throw badRequest('can\'t parse inline keyboard button: Field "text" must be of type String');
  }
  const { text, url, callback_data: data } = value;
  if (typeof url === 'string') {
    const checked = checkUrl(url);
    if ('fault' in checked) throw badRequest(`inline keyboard button URL '${url}' is invalid: ${checked.fault}`);
    return { text, url: checked.url };
  }
  if (typeof data !== 'string') throw badRequest('text buttons are unallowed in the inline keyboard');
  const size = Buffer.byteLength(data);
  if (size === 0 || size > LONGEST_DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID');
  return { text, callback_data: data };
};
