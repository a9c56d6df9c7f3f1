import { checkUrl } from './check-url.ts';
import { sortEntities } from './entities.ts';
import { code, readReference, toBytes } from './html-bytes.ts';
import { HtmlFault, readEndTag, readStartTag } from './html-tags.ts';
import type { Entity } from './port.ts';

/** A text and its entities, or Telegram's words after `Bad Request: can't parse entities: `. */
export type ParsedHtml = { readonly text: string; readonly entities: readonly Entity[] } | { readonly fault: string };

interface Open {
  readonly name: string;
  readonly argument: string;
  /** Where its content begins, in UTF-16 units of the text. */
  readonly offset: number;
}

const LONE_SURROGATE =
  'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units';

const LONE = /\p{Surrogate}/u;

const STYLES: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
  'tg-time': 'date_time',
};

/** Reads `parse_mode=HTML` as the real server does (tdlib: parse_html); offsets in faults count UTF-8 bytes. */
export const parseHtml = (html: string): ParsedHtml => {
  try {
    return parse(html);
  } catch (error) {
    if (error instanceof HtmlFault) return { fault: error.message };
    throw error;
  }
};

const parse = (html: string): ParsedHtml => {
  const bytes = toBytes(html);
  const open: Open[] = [];
  const entities: Entity[] = [];
  let text = '';
  let broken = false;
  let at = 0;

  while (at < bytes.size) {
    const byte = bytes.at(at);
    if (byte === code('<') && bytes.at(at + 1) === code('/')) {
      at = close(at);
    } else if (byte === code('<')) {
      const tag = readStartTag(bytes, at);
      open.push({ name: tag.name, argument: tag.argument, offset: text.length });
      at = tag.next;
    } else {
      const reference = byte === code('&') ? readReference(bytes, at) : null;
      // Two references that make up a pair are two halves to Telegram, and refused.
      broken ||= reference !== null && LONE.test(reference.text);
      const next = reference?.next ?? plainEnd(at);
      text += reference?.text ?? bytes.text(at, next);
      at = next;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) throw new HtmlFault(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  if (broken) throw new HtmlFault(LONE_SURROGATE);
  return { text, entities: sortEntities(entities.map(dropCodeLanguage)) };

  function plainEnd(from: number): number {
    let end = from + 1;
    while (end < bytes.size && bytes.at(end) !== code('<') && bytes.at(end) !== code('&')) end += 1;
    return end;
  }

  function close(begin: number): number {
    const tag = open.at(-1);
    if (!tag) throw new HtmlFault(`Unexpected end tag at byte offset ${begin}`);
    const end = readEndTag(bytes, begin);
    if (end.name !== '' && end.name !== tag.name) {
      throw new HtmlFault(
        `Unmatched end tag at byte offset ${begin}, expected "</${tag.name}>", found "</${end.name}>"`,
      );
    }
    if (text.length > tag.offset) addEntity(entities, tag, text.slice(tag.offset));
    open.pop();
    return end.next;
  }
};

const addEntity = (entities: Entity[], tag: Open, content: string): void => {
  const place = { offset: tag.offset, length: content.length };
  const style = STYLES[tag.name];
  if (style !== undefined) entities.push({ type: style, ...place });
  else if (tag.name === 'a') addLink(entities, tag.argument === '' ? content : tag.argument, place);
  else if (tag.name === 'tg-emoji')
    entities.push({ type: 'custom_emoji', ...place, custom_emoji_id: readEmojiId(tag) });
  else if (tag.name === 'blockquote') {
    entities.push({ type: tag.argument === '' ? 'blockquote' : 'expandable_blockquote', ...place });
  } else addCode(entities, tag, place);
};

type Place = Pick<Entity, 'offset' | 'length'>;

/** A link that Telegram does not like is dropped without a word, and its text stays. */
const addLink = (entities: Entity[], link: string, place: Place): void => {
  const checked = checkUrl(link);
  if ('url' in checked) entities.push({ type: 'text_link', ...place, url: checked.url });
};

const readEmojiId = (tag: Open): string => {
  if (!/^-?\d{1,19}$/.test(tag.argument) || Number(tag.argument) === 0) {
    throw new HtmlFault('Invalid custom emoji identifier specified');
  }
  return tag.argument;
};

/** `pre` and `code` around the same text make one block with a language, whichever is outside. */
const addCode = (entities: Entity[], tag: Open, place: Place): void => {
  const last = entities.at(-1);
  const inner = last?.offset === place.offset && last.length === place.length ? last : undefined;
  const language =
    tag.name === 'pre' && inner?.type === 'code' ? inner.language : inner?.type === 'pre' ? tag.argument : undefined;
  if (language) entities[entities.length - 1] = { type: 'pre', ...place, language };
  else entities.push({ type: tag.name, ...place, ...(tag.argument === '' ? {} : { language: tag.argument }) });
};

const dropCodeLanguage = (entity: Entity): Entity => {
  if (entity.type !== 'code') return entity;
  return { type: entity.type, offset: entity.offset, length: entity.length };
};
