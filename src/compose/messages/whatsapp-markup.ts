import type { Markup } from './markup.ts';

/** WhatsApp has no escape, so what would be markup is replaced by what looks the same. */
const lookAlikes: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };
const encoded: Readonly<Record<string, string>> = { '*': '%2A', _: '%5F', '~': '%7E', '`': '%60' };

/** An underscore inside a Latin word opens nothing; every other marker is taken as one that might. */
const markers = /[*~`]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;
const addresses = /(https?:\/\/\S*[^\s*_~`])/i;

/** An address inside a text must still lead where it led: there, markers are percent-encoded. */
const escapeMarkers = (text: string): string =>
  text
    .split(addresses)
    .map((piece, index) => {
      const replacements = index % 2 === 1 ? encoded : lookAlikes;
      return piece.replace(markers, (found) => replacements[found] ?? found);
    })
    .join('');

const escapeLineStarts = (text: string): string =>
  text
    .replace(/^(\s*)>/gm, '$1›')
    .replace(/^(\s*)-(?=\s|$)/gm, '$1–')
    .replace(/^(\s*\d+)\.(?=\s|$)/gm, '$1․');

/** WhatsApp's markup: *bold* _italic_ ~strike~ ```mono``` `code`, and lists and quotes at the start of a line. */
export const whatsappMarkup: Markup = {
  plain: (text) => escapeLineStarts(escapeMarkers(text)),
  bold: (line) => `*${escapeMarkers(line)}*`,
  /** There are no links with words: the address stands alone, untouched. */
  link: (url) => url,
  measure: (markup) => markup.length,
};
