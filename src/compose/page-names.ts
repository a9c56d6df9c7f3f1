import { readMarkup } from './markup.ts';
import { toHeadline } from './plain-text.ts';

/** What a whole page calls its article and itself. */
export interface PageNames {
  readonly headings: readonly string[];
  /** Titles that it gives to those who share it; some have the site in them, as the window's has. */
  readonly shared: readonly string[];
  /** Names of the site, and the hosts of its addresses. */
  readonly sites: readonly string[];
  /** Lines in it that are a part of the title. */
  readonly lines: readonly string[];
}

/** UTF-16 units. The headline stands above the article. */
const searched = 500_000;
const mostHeadings = 40;
/** A shorter line names a rubric or the site. */
const shortestLine = 20;
const mostLines = 10;
/** Lines of a text among which its headline may stand. */
const firstLines = 5;
const headingTags: ReadonlySet<string> = new Set(['h1', 'h2', 'h3']);
const shareTags: ReadonlySet<string> = new Set(['og:title', 'twitter:title']);
const siteTags: ReadonlySet<string> = new Set(['og:site_name', 'application-name']);
const attribute = /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** Names in lower case, values as readers see them. */
export const readAttributes = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(attribute)].map(([, name, double, single, bare]) => [
      name!.toLowerCase(),
      toHeadline(double ?? single ?? bare ?? ''),
    ]),
  );

/** What a `meta` is called, in lower case, and what it says. */
export const readMeta = (tag: ReadonlyMap<string, string>): { readonly name: string; readonly content: string } => ({
  name: (tag.get('property') ?? tag.get('name') ?? '').toLowerCase(),
  content: tag.get('content') ?? '',
});

/** What a plain text has of a title, in its first lines. */
export const readTextNames = (text: string): PageNames => ({
  headings: [],
  shared: [],
  sites: [],
  lines: text
    .slice(0, searched)
    .split(/[\n\r]+/u, firstLines * 2)
    .map(toHeadline)
    .filter((line) => line !== '')
    .slice(0, firstLines),
});

export const readPageNames = (html: string, title: string): PageNames => {
  const headings: string[] = [];
  const lines: string[] = [];
  const shared: string[] = [];
  const sites: string[] = [];
  const addAddress = (address: string): void => {
    if (URL.canParse(address)) sites.push(new URL(address).hostname);
  };
  let heading: string[] | null = null;
  for (const token of readMarkup(html.slice(0, searched))) {
    if (token.kind === 'text') {
      heading?.push(token.text);
      const line = token.text.length < shortestLine || lines.length === mostLines ? '' : token.text.trim();
      if (line.length >= shortestLine && line.length < title.length && title.includes(line)) lines.push(line);
    } else if (headingTags.has(token.name)) {
      if (heading !== null) headings.push(toHeadline(heading.join(' ')));
      heading = token.kind === 'open' && headings.length < mostHeadings ? [] : null;
    } else if (token.kind === 'open' && (token.name === 'meta' || token.name === 'link')) {
      const tag = readAttributes(token.attributes);
      const { name, content } = readMeta(tag);
      if (shareTags.has(name)) shared.push(content);
      if (siteTags.has(name)) sites.push(content);
      if (name === 'og:url') addAddress(content);
      if (tag.get('rel')?.toLowerCase() === 'canonical') addAddress(tag.get('href') ?? '');
    }
  }
  return { headings, shared, sites, lines };
};
