/** A piece of HTML in the order of the source. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly name: string };

/** As in a browser, a quotation mark opens a value only behind "="; elsewhere somebody typed it once too often. */
const tag = /<(\/?)([a-zA-Z][a-zA-Z\d:-]*)((?:=\s*(?:"[^"]*"|'[^']*')|(?!=\s*["'])[^<>])*)>/y;
const rawText = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext']);

/** Where a comment, a declaration or a processing instruction ends; an unclosed one ends the input, as in a browser. */
const skipDeclaration = (html: string, at: number): number => {
  const end = html.startsWith('<!--', at) ? html.indexOf('-->', at + 4) : html.indexOf('>', at);
  if (end === -1) return html.length;
  return html[end] === '-' ? end + 3 : end + 1;
};

/** UTF-16 units. To find that a tag has no end costs time for each unit up to where one could be. */
const far = 2_000;
/** After so many that cost much, what follows is read as text. */
const mostUnclosed = 100;

/**
 * Reads HTML from left to right without building a tree, so that neither depth nor unclosed tags cost anything.
 * The contents of scripts, styles and the like are left out.
 */
export function* readMarkup(html: string): Generator<Token> {
  let at = 0;
  let unclosed = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    if (open > at) yield { kind: 'text', text: html.slice(at, open) };
    if (html[open + 1] === '!' || html[open + 1] === '?') {
      at = skipDeclaration(html, open);
      continue;
    }
    tag.lastIndex = open;
    const match = tag.exec(html);
    if (match === null) {
      const end = html.indexOf('>', open);
      if (end - open > far) unclosed += 1;
      if (end === -1 || unclosed > mostUnclosed) {
        yield { kind: 'text', text: html.slice(open) };
        return;
      }
      yield { kind: 'text', text: '<' };
      at = open + 1;
      continue;
    }
    at = tag.lastIndex;
    const name = match[2]!.toLowerCase();
    if (match[1] === '/') yield { kind: 'close', name };
    else if (rawText.has(name)) at = skipRawText(html, name, at);
    else yield { kind: 'open', name, attributes: match[3]! };
  }
  if (at < html.length) yield { kind: 'text', text: html.slice(at) };
}

const skipRawText = (html: string, name: string, from: number): number => {
  const close = new RegExp(`</${name}[^<>]*>`, 'gi');
  close.lastIndex = from;
  return close.exec(html) === null ? html.length : close.lastIndex;
};
