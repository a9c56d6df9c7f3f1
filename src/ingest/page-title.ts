export interface TitleSources {
  /** What the page gives to those who share it (Open Graph, JSON-LD). */
  readonly shared: string | null;
  readonly headings: readonly string[];
  /** The text of `<title>`. */
  readonly window: string;
  /** Names under which the site may have put itself into the title. */
  readonly sites: readonly string[];
}

const longestTitle = 2_000;
const dividers = /(\s+(?:[|•·»›—–-]|::)\s+)/;
/** Headlines have dashes of their own, but none of these. */
const sureDividers = /[|•·»›:]/;

/** The headline of the article, without the name of the site; null if the page has none. */
export const pickTitle = ({ shared, headings, window, sites }: TitleSources): string | null => {
  const names = sites.map(foldCase);
  const whole = foldSpace(window);
  const heading = headings.find((text) => isHeadlineOf(foldCase(whole), foldCase(text)));
  const title =
    dropSite(foldSpace(shared ?? ''), names, false) || heading || dropSite(whole, names, true) || headings[0] || '';
  return title.slice(0, longestTitle) || null;
};

const foldSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();
const foldCase = (text: string): string => foldSpace(text).toLowerCase();

/** Any other heading is the name of the site, or a teaser. */
const isHeadlineOf = (window: string, heading: string): boolean =>
  heading !== '' && window.includes(heading) && (window.startsWith(heading) || heading.length * 2 > window.length);

/** `guess`: what stands behind a sure divider is the site, even if it is not known by that name. */
const dropSite = (title: string, names: readonly string[], guess: boolean): string => {
  const parts = title.split(dividers);
  const [last = '', divider = ''] = parts.toReversed();
  const isSite = names.includes(foldCase(last)) || (guess && sureDividers.test(divider));
  return parts.length > 2 && isSite ? parts.slice(0, -2).join('') : title;
};
