export interface TitleSources {
  /** What the page gives to those who share it (Open Graph, JSON-LD), the best first. */
  readonly shared: readonly string[];
  readonly headings: readonly string[];
  /** The text of `<title>`. */
  readonly window: string;
  /** What the page says that the site is called; some say the headline. */
  readonly sites: readonly string[];
  /** What its address says. */
  readonly hosts: readonly string[];
}

const longestTitle = 2_000;
const dividers = /(\s+(?:[|•·»›—–-]|::|\/{1,2})\s+)/;
const leadingMark = /^[|•·»›]\s+/;
/** Headlines have dashes of their own, but none of these. */
const sureDividers = /[|•·»›:]/;

/** The headline of the article, without the name of the site; null if the page has none. */
export const pickTitle = (page: TitleSources): string | null =>
  pickBeside(page, [...page.sites, ...page.hosts]) ?? pickBeside(page, page.hosts);

/** The headline, which is not only one of the names of the site. */
const pickBeside = ({ shared, headings, window }: TitleSources, sites: readonly string[]): string | null => {
  const names = sites.flatMap((site) => [site, ...site.split(dividers)]).map(foldCase);
  const hasMore = (text: string): boolean => text !== '' && !names.includes(foldCase(text));
  const whole = foldSpace(window);
  const given = shared.map(foldSpace).filter(hasMore);
  const own = headings.map(foldSpace).filter(hasMore);
  const best = given[0] ?? '';
  const title =
    [...given, ...own].find((text) => isWithin(text, best)) ||
    dropSite(best, names, false) ||
    own.find((text) => isHeadlineOf(foldCase(whole), foldCase(text))) ||
    (hasMore(whole) && dropSite(whole, names, true)) ||
    own[0] ||
    '';
  return title.slice(0, longestTitle) || null;
};

const foldSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();
const foldQuotes = (text: string): string => text.replace(/[’‘`´]/g, "'").replace(/[«»“”„]/g, '"');
const foldCase = (text: string): string => foldQuotes(foldSpace(text)).toLowerCase();

const atEnd = /^\s*(?:$|[|•·»›—–:/-])/;
const fewestWords = 3;

/** True if a title is a headline and, before or behind it, what the site adds: "Site | Headline", "Headline - Rubric". */
const isWithin = (headline: string, title: string): boolean => {
  const parts = title.replace(leadingMark, '').split(dividers);
  const text = foldCase(headline);
  if (countWords(text) < fewestWords) return false;
  const ends = parts.flatMap((_, at) => (at % 2 === 0 ? [parts.slice(0, at + 1), parts.slice(at)] : []));
  return ends.some((end) => end.length < parts.length && foldCase(end.join('')) === text);
};

/** Any other heading is the name of the site, or a teaser. */
const isHeadlineOf = (window: string, heading: string): boolean => {
  if (heading === '' || !window.includes(heading)) return false;
  const rest = window.slice(heading.length);
  const isHead = atEnd.test(rest) || (rest.startsWith(',') && countWords(heading) >= fewestWords);
  return heading.length * 2 > window.length || (window.startsWith(heading) && isHead);
};

/** `guess`: what stands behind a sure divider is the site, even if it is not known by that name. */
const dropSite = (title: string, names: readonly string[], guess: boolean): string => {
  const parts = title.split(dividers);
  if (parts.length < 3) return title;
  const [last = '', divider = ''] = parts.toReversed();
  if (names.includes(foldCase(parts[0]!))) return parts.slice(2).join('');
  if (names.includes(foldCase(last))) return parts.slice(0, -2).join('');
  return guess && (sureDividers.test(divider) || parts.some(isBar)) ? guessHeadline(parts) : title;
};

const isBar = (part: string): boolean => part.trim() === '|';

const guessHeadline = (parts: readonly string[]): string => {
  const [last = '', divider = ''] = parts.toReversed();
  const head = parts.slice(0, -2).join('');
  // Breadcrumbs and blogs put the site first: "Site » Headline".
  if (divider.includes('»') && countWords(last) > countWords(head)) return last;
  const bar = parts.findIndex(isBar);
  const beforeBar = parts.slice(0, Math.max(0, bar)).join('');
  return countWords(beforeBar) > fewestWords ? beforeBar : head;
};

const countWords = (text: string): number => text.split(' ').length;
