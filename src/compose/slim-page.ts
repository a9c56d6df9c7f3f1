import { inlineElements, selfEndingElements, voidElements } from './elements.ts';
import { decodeEntities } from './entities.ts';
import { readMarkup } from './markup.ts';

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** UTF-16 units of a page, and of the text in it. */
const maxLength = 3_000_000;
const maxText = 500_000;
// Real pages stay below 4,000 elements, 60 levels and 50,000 steps. To remove one costs time for each of its siblings.
const maxElements = 15_000;
// The tree is walked by recursion.
const maxDepth = 128;
/** Steps from the root to each element, summed: a text is gathered again for each element around it. */
const maxSteps = 200_000;
/** Say nothing and only cost time. */
const useless = names(
  'area base col embed frame html head body img link meta object param path picture source svg track use wbr',
);
/** What is looked at to tell an article from what stands around it. */
const telling =
  /(?:^|\s)(class|id|role|rel|itemprop|hidden|aria-hidden|style)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?(?=[\s/]|$)/gi;
const hiding = /none|hidden/i;
const cells = names('td th');
const rows = names('tr td th');
const terms = names('dt dd');

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const keepAttributes = (attributes: string): string => {
  if (attributes === '') return '';
  let kept = '';
  for (const [, name, double, single, bare] of attributes.matchAll(telling)) {
    const value = double ?? single ?? bare ?? '';
    if (name!.toLowerCase() !== 'style' || hiding.test(value)) kept += ` ${name!.toLowerCase()}="${escapeText(value)}"`;
  }
  return kept;
};

/** True if the start of an element ends the one that is open, whose end tag was left out. */
const ends = (name: string, open: string): boolean => {
  if (open === 'p') return !inlineElements.has(name) && !voidElements.has(name);
  if (!selfEndingElements.has(open)) return false;
  if (cells.has(name)) return cells.has(open);
  if (name === 'tr') return rows.has(open);
  return name === open || (terms.has(name) && terms.has(open));
};

/**
 * A page as well-formed markup, without scripts, pictures, comments and idle attributes, which halves the time to find
 * its article; null if it is so long, so deep or so crowded that a tree of it would overflow the stack or take seconds.
 */
export const slimPage = (html: string): string | null => {
  if (html.length > maxLength) return null;
  const parts = ['<html><body>'];
  const open: string[] = [];
  let length = 0;
  let elements = 0;
  let steps = 0;
  let atBlockStart = true;
  for (const token of readMarkup(html)) {
    if (token.kind === 'text') {
      // Space at the start of a block is nothing to a reader, and a node to the tree.
      if (!atBlockStart || token.text.trim() !== '') parts.push(escapeText(decodeEntities(token.text)));
      atBlockStart = false;
      length += token.text.length;
      if (length > maxText) return null;
      continue;
    }
    const { name } = token;
    if (useless.has(name)) continue;
    if (!inlineElements.has(name)) atBlockStart = true;
    if (token.kind === 'close') {
      const at = open.lastIndexOf(name);
      while (at !== -1 && open.length > at) parts.push(`</${open.pop()}>`);
      continue;
    }
    while (open.length > 0 && ends(name, open.at(-1)!)) parts.push(`</${open.pop()}>`);
    elements += 1;
    steps += open.length;
    if (elements > maxElements || open.length >= maxDepth || steps > maxSteps) return null;
    parts.push(`<${name}${keepAttributes(token.attributes)}`, voidElements.has(name) ? '/>' : '>');
    if (!voidElements.has(name)) open.push(name);
  }
  while (open.length > 0) parts.push(`</${open.pop()}>`);
  parts.push('</body></html>');
  return parts.join('');
};
