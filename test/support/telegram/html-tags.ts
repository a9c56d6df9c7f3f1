import { type Bytes, code, isSpace, readReference, skipSpaces, skipUntil } from './html-bytes.ts';

/** Telegram's words after `Bad Request: can't parse entities: `. */
export class HtmlFault extends Error {}

export interface StartTag {
  readonly name: string;
  /** The one attribute that matters to this tag; empty when absent. */
  readonly argument: string;
  readonly next: number;
}

const TAGS = new Set(
  'a b strong i em s strike del u ins tg-spoiler span tg-emoji tg-time pre code blockquote'.split(' '),
);
const CLOSE = code('>');
const EQUALS = code('=');

/** Reads the start tag whose `<` is at `begin`. */
export const readStartTag = (bytes: Bytes, begin: number): StartTag => {
  const nameEnd = skipUntil(bytes, begin + 1, '>');
  if (nameEnd >= bytes.size) throw new HtmlFault(`Unclosed start tag at byte offset ${begin}`);
  const name = bytes.text(begin + 1, nameEnd).toLowerCase();
  if (!TAGS.has(name)) throw new HtmlFault(`Unsupported start tag "${name}" at byte offset ${begin}`);

  let argument = '';
  let at = skipSpaces(bytes, nameEnd);
  while (bytes.at(at) !== CLOSE) {
    const attribute = readAttribute(bytes, at, name, begin);
    argument = pickArgument(name, attribute.name, attribute.value) ?? argument;
    at = skipSpaces(bytes, attribute.next);
  }
  if (name === 'span' && argument !== 'spoiler') {
    throw new HtmlFault(`Tag "span" must have class "tg-spoiler" at byte offset ${begin}`);
  }
  return { name, argument, next: at + 1 };
};

/** Reads the end tag whose `<` is at `begin`; an empty name closes whatever is open. */
export const readEndTag = (bytes: Bytes, begin: number): { name: string; next: number } => {
  const nameEnd = skipUntil(bytes, begin + 2, '>');
  const close = skipSpaces(bytes, nameEnd);
  if (bytes.at(close) !== CLOSE) throw new HtmlFault(`Unclosed end tag at byte offset ${begin}`);
  return { name: bytes.text(begin + 2, nameEnd).toLowerCase(), next: close + 1 };
};

interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly next: number;
}

const readAttribute = (bytes: Bytes, from: number, tag: string, begin: number): Attribute => {
  const nameEnd = skipUntil(bytes, from, `=>/"'`);
  const unclosed = new HtmlFault(`Unclosed start tag "${tag}" at byte offset ${begin}`);
  if (from >= bytes.size) throw unclosed;
  if (nameEnd === from) {
    throw new HtmlFault(`Empty attribute name in the tag "${tag}" at byte offset ${begin}`);
  }
  const name = bytes.text(from, nameEnd);
  const equals = skipSpaces(bytes, nameEnd);
  if (bytes.at(equals) !== EQUALS) return { name, value: '', next: equals };

  const valueBegin = skipSpaces(bytes, equals + 1);
  if (valueBegin >= bytes.size) throw unclosed;
  const quote = bytes.at(valueBegin);
  const value =
    quote === code('"') || quote === code("'")
      ? readQuoted(bytes, valueBegin + 1, quote)
      : readNameToken(bytes, valueBegin);
  if (value.next >= bytes.size) throw new HtmlFault(`Unclosed start tag at byte offset ${begin}`);
  return { name, value: value.text, next: value.next };
};

const readQuoted = (bytes: Bytes, from: number, quote: number): { text: string; next: number } => {
  let text = '';
  let at = from;
  while (at < bytes.size && bytes.at(at) !== quote) {
    const reference = bytes.at(at) === code('&') ? readReference(bytes, at) : null;
    const next = reference?.next ?? nextCharacter(bytes, at);
    text += reference?.text ?? bytes.text(at, next);
    at = next;
  }
  return { text, next: Math.min(at + 1, bytes.size) };
};

const nextCharacter = (bytes: Bytes, from: number): number => {
  let index = from + 1;
  while ((bytes.at(index) & 0xc0) === 0x80) index += 1;
  return index;
};

const readNameToken = (bytes: Bytes, from: number): { text: string; next: number } => {
  let next = from;
  while (/[a-z0-9.-]/i.test(String.fromCharCode(bytes.at(next)))) next += 1;
  if (!isSpace(bytes.at(next)) && bytes.at(next) !== CLOSE) {
    throw new HtmlFault(`Unexpected end of name token at byte offset ${from}`);
  }
  return { text: bytes.text(from, next).toLowerCase(), next };
};

const pickArgument = (tag: string, attribute: string, value: string): string | undefined => {
  if (tag === 'a' && attribute === 'href') return value;
  if (tag === 'code' && attribute === 'class' && value.startsWith('language-')) return value.slice(9);
  if (tag === 'span' && attribute === 'class' && value.startsWith('tg-')) return value.slice(3);
  if (tag === 'tg-emoji' && attribute === 'emoji-id') return value;
  if (tag === 'blockquote' && attribute === 'expandable') return '1';
  return undefined;
};
