import { parseHTML } from 'linkedom';

/** What a page says of itself in its tags, without a tree of it: a broken or endless page must not cost more. */
export interface PageTags {
  /** Contents of `meta` by property, name or itemprop (lower case), in the order of the page; never blank. */
  meta(name: string): readonly string[];
  /** Address in `link` of that relation. */
  link(rel: string): string | null;
  /** The attribute of the first such element. */
  attribute(element: 'html' | 'base' | 'time', name: string): string | null;
  /** Plain texts of the elements of that name; the first few. */
  texts(name: 'title' | 'h1'): readonly string[];
  /** Unread contents of the scripts of that type. */
  scripts(type: string): readonly string[];
}

const searched = 1024 * 1024;
const mostTags = 500;
const mostElements = 500;
const mostTexts = 10;
const longestText = 4_000;
const tag =
  /<(meta|link|html|base|time)\b((?:=\s{0,20}(?:"[^"]{0,4000}"|'[^']{0,4000}')|(?!=\s{0,20}["'])[^<>]){0,2000})>/gi;

export const readPageTags = (page: string): PageTags => {
  const html = dropComments(page.slice(0, searched));
  const elements = readAttributes(html);
  const named = (element: string) => elements.filter((one) => one.getAttribute('data-element') === element);
  const names = (one: Element): string[] =>
    ['property', 'name', 'itemprop'].map((key) => one.getAttribute(key)?.toLowerCase() ?? '');
  return {
    meta: (name) =>
      named('meta')
        .filter((one) => names(one).includes(name))
        .map((one) => one.getAttribute('content')?.trim() ?? '')
        .filter((content) => content !== ''),
    link: (rel) =>
      named('link')
        .find((one) => one.getAttribute('rel')?.toLowerCase().split(/\s+/).includes(rel))
        ?.getAttribute('href') ?? null,
    attribute: (element, name) => named(element)[0]?.getAttribute(name) ?? null,
    texts: (name) =>
      findElements(html, name)
        .slice(0, mostTexts)
        .map(({ inner }) => readText(inner)),
    scripts: (type) =>
      findElements(html, 'script').flatMap(({ attributes, inner }) =>
        attributes.toLowerCase().includes(type) ? [inner] : [],
      ),
  };
};

/** The tags as a flat list of elements, whose attributes are unescaped. */
const readAttributes = (html: string): readonly Element[] => {
  const tags = [];
  for (const [, name = '', attributes = ''] of html.matchAll(tag)) {
    tags.push(`<meta data-element="${name.toLowerCase()}" ${attributes.replace(/\/$/, '')}>`);
    if (tags.length === mostTags) break;
  }
  const { document } = parseHTML(`<!doctype html><html><head>${tags.join('')}</head></html>`);
  return [...document.querySelectorAll('meta')];
};

const findElements = (html: string, name: string): { readonly attributes: string; readonly inner: string }[] => {
  const open = new RegExp(`<${name}\\b([^<>]{0,2000})>`, 'gi');
  const close = new RegExp(`</${name}\\b`, 'gi');
  const found = [];
  while (found.length < mostElements) {
    const opened = open.exec(html);
    close.lastIndex = open.lastIndex;
    const closed = opened && close.exec(html);
    if (!closed) break;
    found.push({ attributes: opened[1] ?? '', inner: html.slice(open.lastIndex, closed.index) });
    open.lastIndex = closed.index;
  }
  return found;
};

/** The words of a fragment, without its tags and entities. */
export const readText = (fragment: string): string => {
  const words = fragment.slice(0, longestText).replace(/<[^<>]*>/g, ' ');
  const { document } = parseHTML(`<!doctype html><html><body><p>${words}</p></body></html>`);
  return (document.querySelector('p')?.textContent ?? '').replace(/\s+/g, ' ').trim();
};

const dropComments = (html: string): string => {
  let kept = '';
  let from = 0;
  for (;;) {
    const start = html.indexOf('<!--', from);
    const end = start === -1 ? -1 : html.indexOf('-->', start + 4);
    if (end === -1) return kept + html.slice(from);
    kept += html.slice(from, start);
    from = end + 3;
  }
};
