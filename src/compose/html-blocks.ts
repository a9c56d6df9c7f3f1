import type { Block } from './block.ts';
import { inlineElements, selfEndingElements, voidElements } from './elements.ts';
import { decodeEntities } from './entities.ts';
import { readMarkup } from './markup.ts';
import { toPlainText } from './plain-text.ts';

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** Never part of what an article says. */
const silent = names(
  'aside audio button canvas datalist dialog figcaption figure footer map math menu nav noscript object option select svg template video',
);
const headings = names('h1 h2 h3 h4 h5 h6');
const silentClass = new RegExp(
  `^(?:${[
    'ad|ads|advert\\S*|adsbygoogle|promo|cta|buy-link|\\S*newsletter\\S*|subscri\\S+|read-?more|related\\S*',
    'breadcrumbs?|comments?|cookies?\\S*|shar(?:e|ing)\\S*|social\\S*|add-?this\\S*',
    '(?:\\S*[_-])?captions?(?:[_-]text)?|\\w+Caption|video-(?:desc|info|meta|title)\\S*',
    'author-?(?:bio|box|card|desc|details|dropdown|info|profile)\\S*|about-(?:the-)?author|bio',
    'hidden|screen-reader-text|sr-only|visually-?hidden',
  ].join('|')})$`,
  'i',
);
/** A word within a line may open one. */
const silentBox = /^\S*(?:modal(?:[_-]\S*)?|pop-?up\S*|tooltip\S*)$/i;
const hidden =
  /(?:^|\s)hidden(?=[\s=/]|$)|aria-hidden\s*=\s*["']?true|style\s*=\s*["'][^"']*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const classes = /(?:^|\s)(?:class|id|role)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

const isSilent = (name: string, attributes: string): boolean => {
  if (silent.has(name)) return true;
  if (attributes === '' || name === 'body' || name === 'html' || name === 'article' || name === 'main') return false;
  if (hidden.test(attributes)) return true;
  const isBox = !inlineElements.has(name);
  const isSilentClass = (value: string): boolean => silentClass.test(value) || (isBox && silentBox.test(value));
  for (const match of attributes.matchAll(classes)) {
    if ((match[1] ?? match[2] ?? match[3] ?? '').split(/\s+/).some(isSilentClass)) return true;
  }
  return false;
};

/** The first letter of an article, set large in an element of its own; a letter that is a word may stand alone. */
const dropCap = /^\s*[B-HJ-NP-ZБГД-ЗЛ-НПРТФ-ЩЭЮ]\s*$/u;

/** Nothing that a post says comes from further down. */
const maxCharacters = 200_000;

/** The blocks of an HTML fragment in reading order, without captions, asides, navigation and hidden elements. */
export const readHtmlBlocks = (html: string): readonly Block[] => {
  const read = walk(html, isSilent);
  // A hidden element that is never closed would hide the whole article behind it.
  return read.length > 0 ? read : walk(html, () => false);
};

const walk = (html: string, skips: (name: string, attributes: string) => boolean): readonly Block[] => {
  const blocks: Block[] = [];
  let parts: string[] = [];
  let linkedLength = 0;
  let heading = false;
  let links = 0;
  let read = 0;
  let skipped: { readonly name: string; depth: number } | null = null;

  const endBlock = (): void => {
    const raw = parts.join('');
    const text = toPlainText(decodeEntities(raw));
    if (text !== '') blocks.push({ text, heading, linked: Math.min(1, linkedLength / text.length) });
    parts = [];
    linkedLength = 0;
  };

  for (const token of readMarkup(html)) {
    if (skipped !== null) {
      if (token.kind === 'text' || token.name !== skipped.name) continue;
      const ended: boolean = token.kind === 'close' ? skipped.depth === 1 : selfEndingElements.has(token.name);
      if (!ended) {
        skipped.depth += token.kind === 'open' ? 1 : -1;
        continue;
      }
      skipped = null;
      if (token.kind === 'close') continue;
    }
    if (token.kind === 'text') {
      const text = parts.length === 1 && dropCap.test(parts[0]!) ? token.text.trimStart() : token.text;
      if (text !== '') parts.push(text);
      if (links > 0) linkedLength += token.text.length;
      read += token.text.length;
      if (read > maxCharacters) break;
      continue;
    }
    if (token.kind === 'open' && !voidElements.has(token.name) && skips(token.name, token.attributes)) {
      if (!inlineElements.has(token.name)) endBlock();
      skipped = { name: token.name, depth: 1 };
      continue;
    }
    if (token.name === 'a') links = token.kind === 'open' ? links + 1 : Math.max(0, links - 1);
    if (inlineElements.has(token.name)) continue;
    endBlock();
    if (headings.has(token.name)) heading = token.kind === 'open';
  }
  endBlock();
  return blocks;
};
