import { inlineElements, selfEndingElements, voidElements } from './elements.ts';
import { readMarkup } from './markup.ts';

const maxLength = 3_000_000;
const maxElements = 50_000;
// The tree is walked by recursion; real pages stay below 100 levels.
const maxDepth = 256;
/** Say nothing and only cost time. */
const useless = new Set(
  'area base col embed img link meta object param path picture source svg track use wbr'.split(' '),
);
/** What is looked at to tell an article from what stands around it. */
const telling =
  /(?:^|\s)((?:class|id|role|rel|itemprop|hidden|aria-hidden)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?|style\s*=\s*(?:"[^"]*(?:none|hidden)[^"]*"|'[^']*(?:none|hidden)[^']*'))(?=[\s/]|$)/gi;

const hasEnd = (name: string): boolean => !voidElements.has(name) && !selfEndingElements.has(name);

const keepAttributes = (attributes: string): string => (attributes.match(telling) ?? []).join('');

/**
 * A page without scripts, pictures, comments and idle attributes, which halves the time to find its article;
 * null if it is so long, so deep or so crowded that a tree of it would overflow the stack or take seconds.
 */
export const slimPage = (html: string): string | null => {
  if (html.length > maxLength) return null;
  const parts: string[] = [];
  let elements = 0;
  let depth = 0;
  let atBlockStart = true;
  for (const token of readMarkup(html)) {
    if (token.kind === 'text') {
      // Space at the start of a block is nothing to a reader, and a node to the tree.
      if (!atBlockStart || token.text.trim() !== '') parts.push(token.text === '<' ? '&lt;' : token.text);
      atBlockStart = false;
      continue;
    }
    if (useless.has(token.name)) continue;
    if (!inlineElements.has(token.name)) atBlockStart = true;
    if (token.kind === 'close') {
      if (hasEnd(token.name)) depth = Math.max(0, depth - 1);
      parts.push(`</${token.name}>`);
      continue;
    }
    elements += 1;
    if (hasEnd(token.name)) depth += 1;
    if (elements > maxElements || depth > maxDepth) return null;
    parts.push(`<${token.name}${keepAttributes(token.attributes)}>`);
  }
  return parts.join('');
};
