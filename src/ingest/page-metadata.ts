import { normalizeIsoTime } from './iso-time.ts';
import { primaryLanguage } from './language-tag.ts';
import { findLinkedArticle } from './linked-data.ts';
import { type PageTags, readPageTags, readText } from './page-tags.ts';
import { pickTitle } from './page-title.ts';
import { isWebAddress } from './web-address.ts';

export interface PageMetadata {
  /** Null: the page has none, so it is no article. */
  readonly title: string | null;
  /** The canonical address if it is on the same site, else where the page was found. */
  readonly url: string;
  readonly language: string | null;
  readonly section: string | null;
  readonly image: string | null;
  readonly publishedAt: string | null;
  readonly tags: readonly string[];
}

const longestName = 200;
const mostTags = 50;

/** What a page says of itself. `url`: where it was found. */
export const readPageMetadata = (html: string, url: string): PageMetadata => {
  const tags = readPageTags(html);
  const linked = findLinkedArticle(tags.scripts('application/ld+json'));
  const base = resolveAddress(tags.attribute('base', 'href'), url) ?? url;
  const first = (...names: readonly string[]): string | null => names.flatMap((name) => tags.meta(name))[0] ?? null;
  const title = pickTitle({
    shared: [first('og:title'), linkedText(linked?.headline), first('twitter:title')].filter((one) => one !== null),
    headings: tags.texts('h1'),
    window: tags.texts('title')[0] ?? '',
    sites: [...tags.meta('og:site_name'), ...tags.meta('application-name')],
    hosts: hostNames(url),
  });
  const times = [linked?.publishedAt ?? null, first(...timeNames), tags.attribute('time', 'datetime')];
  return {
    title,
    url: pickCanonical(resolveAddress(tags.link('canonical') ?? first('og:url'), base), url),
    language: pickLanguage([tags.attribute('html', 'lang'), first('og:locale'), linked?.language ?? null], title ?? ''),
    section: shorten(first('article:section') ?? linkedText(linked?.section)),
    image: pickImage(tags, linked?.image ?? null, base),
    publishedAt: times.map((time) => normalizeIsoTime(time ?? '')).find((time) => time !== null) ?? null,
    tags: [...new Set(tags.meta('article:tag').flatMap((tag) => shorten(tag) ?? []))].slice(0, mostTags),
  };
};

/** `news.example.az` may call itself that, or `example.az`, or `example`. */
const hostNames = (url: string): readonly string[] => {
  const labels = new URL(url).hostname.replace(/^www\./, '').split('.');
  return [labels.join('.'), labels.slice(-2).join('.'), labels.at(-2) ?? ''];
};

const timeNames = ['article:published_time', 'datepublished', 'pubdate', 'publishdate', 'date'];

/** Templates escape JSON-LD as if it were HTML. */
const linkedText = (text: string | null | undefined): string | null => (text ? readText(text) || null : null);

const shorten = (text: string | null): string | null => text?.slice(0, longestName).trim() || null;

const resolveAddress = (address: string | null, base: string): string | null => {
  if (!address || !URL.canParse(address, base)) return null;
  const { href } = new URL(address, base);
  return isWebAddress(href) ? href : null;
};

const pickImage = (tags: PageTags, linked: string | null, base: string): string | null =>
  [...imageNames.flatMap((name) => tags.meta(name)), linked, tags.link('image_src')]
    .map((address) => resolveAddress(address, base))
    .find((address) => address !== null && !/\.svg$/i.test(new URL(address).pathname)) ?? null;

const imageNames = ['og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'];

const pickCanonical = (canonical: string | null, url: string): string => {
  if (canonical === null) return url;
  const [said, found] = [new URL(canonical), new URL(url)];
  // Some sites name their front page as the canonical address of every page.
  const isFront = said.pathname === '/' && said.search === '' && found.href !== said.href;
  return isSameSite(said.hostname, found.hostname) && !isFront ? canonical : url;
};

/** The same host, or one within the other (`m.`, `amp.`); siblings may belong to different people. */
const isSameSite = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((host) => `.${host.replace(/^www\./, '')}`) as [string, string];
  return a.endsWith(b) || b.endsWith(a);
};

const pickLanguage = (declared: readonly (string | null)[], title: string): string | null =>
  declared.map((tag) => primaryLanguage(tag ?? '')).find((language) => language !== null && fits(language, title)) ??
  null;

const ownScripts = ['Arab', 'Armn', 'Cyrl', 'Geor', 'Grek', 'Hebr', 'Latn'];

/** Many a template says `lang="en"` over a page in Russian. */
const fits = (language: string, title: string): boolean => {
  if (language === 'und') return false;
  const script = new Intl.Locale(language).maximize().script ?? '';
  if (!ownScripts.includes(script)) return true;
  const own = title.match(new RegExp(`\\p{Script=${script}}`, 'gu'))?.length ?? 0;
  return own * 2 >= (title.match(/\p{L}/gu)?.length ?? 0);
};
