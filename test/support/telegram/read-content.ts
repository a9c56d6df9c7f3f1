import { checkUrl } from './check-url.ts';
import { isRecord, type Params, readJson, readText } from './params.ts';
import { parseHtml } from './parse-html.ts';
import type { Entity } from './port.ts';
import type { Formatted } from './prepare-text.ts';
import { badRequest } from './refusal.ts';
import type { LinkPreview } from './stored-message.ts';

/** The raw text may be longer than what is shown, by its markup. */
const LARGEST_RAW_BYTES = 32_768;

/** Reads a text or caption with its markup; nothing is trimmed or counted yet. */
export const readFormatted = (params: Params, name: 'text' | 'caption'): Formatted => {
  const raw = readText(params, name);
  if (raw === '' && name === 'text') throw badRequest('message text is empty');
  if (Buffer.byteLength(raw) > LARGEST_RAW_BYTES) throw badRequest('text is too long');
  if (/\p{Surrogate}/u.test(raw)) throw badRequest('strings must be encoded in UTF-8');
  const mode = readText(params, 'parse_mode').toLowerCase();
  if (mode === '')
    return { text: raw, entities: readEntities(params, name === 'text' ? 'entities' : 'caption_entities') };
  if (mode !== 'html') throw badRequest('unsupported parse_mode');
  const parsed = parseHtml(raw);
  if ('fault' in parsed) throw badRequest(`can't parse entities: ${parsed.fault}`);
  return parsed;
};

const readEntities = (params: Params, name: string): readonly Entity[] => {
  const list = readJson(params, name, 'entities');
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw badRequest('expected an Array of message entities');
  return list.map(readEntity);
};

const readEntity = (value: unknown): Entity => {
  if (!isRecord(value) || typeof value.type !== 'string') throw badRequest("can't parse message entity: type expected");
  const { type, offset, length, url } = value;
  if (typeof offset !== 'number' || typeof length !== 'number') {
    throw badRequest("can't parse message entity: offset and length expected");
  }
  if (type !== 'text_link') return { type, offset, length };
  const checked = checkUrl(String(url));
  if ('fault' in checked) throw badRequest(`entity URL '${url}' is invalid: ${checked.fault}`);
  return { type, offset, length, url: checked.url };
};

export const readPreview = (params: Params): LinkPreview | null => {
  const value = readJson(params, 'link_preview_options', 'link preview options');
  if (value === undefined) return null;
  if (!isRecord(value)) throw badRequest('object expected as link preview options');
  return Object.keys(value).length === 0 ? null : value;
};
