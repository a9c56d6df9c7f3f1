import type { Article } from '../article/article.ts';
import { cutTitle, mayHaveMore } from './cut-title.ts';
import { dropLabels } from './headline-labels.ts';
import { type PageNames, readPageNames, readTextNames } from './page-names.ts';
import { toHeadline } from './plain-text.ts';
import { wordsOf } from './words.ts';

const dividers = /(\s+(?:[|•·»›—–-]|:{2}|\/{1,2})\s+|\s+[|–—-](?=\p{Lu}))/u;
/** These stand between a headline and what its page adds, hardly ever within a headline. */
const sureDivider = /[|»›•·]|::/;
/** Typed in a title only to be seen; any other tag is what the title is about. */
const styled = /<(b|i|em|strong|u|span|sup|sub|font|small)\b[^<>]*>([^<>]*)<\/\1\s*>/giu;
const lineBreak = /<br\s*\/?>/giu;
/** Between two lines, each a sentence. */
const newLine = /(?<=[\p{L}\d»”"])\s*\n\s*(?=\p{Lu})/gu;
const leadingMark = /^[|•·»›]\s+/u;
/** "Site.example: ...". A name without a dot in it may be a speaker's or a place's. */
const siteBefore = /^([\p{L}\d-]+(?:\.[\p{L}\d-]+)+)\s*:+\s+(?=\S)/u;
/** Two colons stand in no headline. */
const domainBefore = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+\s*:{2,}\s+(?=\S)/u;
const domain =
  /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:com|net|org|info|biz|ru|su|az|tr|ua|by|kz|kg|uz|ge|am|md|ee|lv|lt|il|ir|uk|ie|au|nz|ca|us|de|at|ch|fr|es|it|pl|eu|in)$/iu;
/** "...: SITE". */
const siteAfter = /\s*:+\s+(\p{Lu}{3,30}|[\p{L}\d-]+(?:\.[\p{L}\d-]+)+)$/u;
const noPage: PageNames = { headings: [], shared: [], sites: [], lines: [] };
/** Fewer words than this are no headline. */
const fewest = 3;
/** And more than this no name. */
const mostOfName = 4;
/** UTF-16 units: a longer line is a paragraph. */
const longestHeadline = 200;
/** "... 05.01.26 13:00": when a page was made. */
const timeAfter = /\s+\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s+\d{1,2}:\d{2}$/;
const quotedName = /["«“]([^"«»“”]+)["»”]/u;
const figures = /^\d{1,2}[./]\d{1,2}[./]\d{2,4}(?:\s+\d{1,2}:\d{2})?$/;

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** What sites say of themselves beside their names. */
const kinds = list(
  'the news online daily newspaper magazine radio tv новости газета журнал радио портал сайт издание агентство информагентство иа ' +
    'на русском in english ' +
    'xəbər xəbərləri qəzeti saytı agentliyi haber haberleri gazetesi ajansı',
);
const newsWords = list('news новости новостей xəbərlər xəbərləri haberler haberleri nachrichten');
const rubricWords = list(
  'latest breaking local national international world politics business sport sports health science technology tech ' +
    'entertainment life style lifestyle wellbeing culture opinion education finance economy travel auto and ' +
    'общество политика экономика происшествия спорт культура финансы здоровье наука технологии бизнес медицина ' +
    'криминал авто образование последние главные дня и ' +
    'siyasət iqtisadiyyat cəmiyyət mədəniyyət idman dünya hadisə gündəm son və ' +
    'siyaset ekonomi spor gündem kültür sağlık teknoloji yaşam magazin ve politik wirtschaft kultur gesundheit und',
);

const cyrillic = [...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'];
const latin = 'a,b,v,g,d,e,e,zh,z,i,y,k,l,m,n,o,p,r,s,t,u,f,kh,ts,ch,sh,sch,,y,,e,yu,ya'.split(',');
const toLatin = (letter: string): string => latin[cyrillic.indexOf(letter)]!;

/** A name as an address has it. */
const squeeze = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[а-яё]/g, toLatin)
    // One letter in Cyrillic, however an address spells it.
    .replaceAll('c', 'k')
    .replaceAll('ə', 'e')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/[^\p{L}\d]/gu, '');

/** These stand before the land in an address, and are no names. */
const commonLabels = list('co ac go gv or ne');

/** `news.site.example` may call itself that, or `site.example`, or `site`. */
const namesOfHost = (host: string): readonly string[] => {
  const labels = host.split('.');
  return [
    ...labels.slice(0, -1).map((_, at) => labels.slice(at).join('.')),
    ...labels
      .slice(0, -1)
      .filter((label, at) => label.length > 2 || (at === labels.length - 2 && !commonLabels.has(label))),
  ];
};

/** What the site may be called; who only tries a text has no address for it. */
const namesOf = (url: string, sites: readonly string[]): ReadonlySet<string> =>
  new Set(
    [...(url === '' ? [] : [new URL(url).hostname]), ...sites]
      .flatMap((site) => [site, ...namesOfHost(site)])
      .map(squeeze)
      .filter((name) => name !== ''),
  );

/** "The Site", "Site: News and Views", "Agency "Site", 17 May", "All of the City on Site.example". */
const isSite = (part: string, names: ReadonlySet<string>): boolean => {
  const name = /^[^:,]+/u.exec(part)?.[0] ?? part;
  const own = wordsOf(name).filter((word) => !kinds.has(word));
  const domains = part.split(/\s+/).filter((word) => /\p{L}\.\p{L}/u.test(word));
  const initials = isShort(part) && own.length > 2 ? own.map((word) => word.charAt(0)).join('') : '';
  const called = [name, own.join(''), initials, domains.at(-1) ?? '', quotedName.exec(part)?.[1] ?? ''].map(squeeze);
  return called.some((one) => names.has(one)) || (isShort(part) && hasLongName(called[1]!, names));
};

/** A name so long is no word of a headline. */
const longName = 10;
/** "The Best of City Herald". */
const hasLongName = (said: string, names: ReadonlySet<string>): boolean =>
  [...names].some((name) => name.length >= longName && said.endsWith(name));

const isRubric = (part: string): boolean => wordsOf(part).every((word) => rubricWords.has(word) || newsWords.has(word));
const hasNews = (part: string): boolean => wordsOf(part).some((word) => newsWords.has(word));
const isShort = (part: string): boolean => wordsOf(part).length <= mostOfName;
const isHeadline = (text: string): boolean => wordsOf(text).length >= fewest && !/^\p{Ll}/u.test(text);

/** "... – The Morning Call": a name, whatever the address. */
const theName = /^The(?:\s(?:\p{Lu}[\p{L}.’'-]*|of|and)){1,4}$/u;

/** A bar stands between a headline and a site, hardly ever within a headline. */
const isAround = (part: string, divider: string, names: ReadonlySet<string>): boolean =>
  isSite(part, names) ||
  domain.test(part) ||
  (hasNews(part) && (isRubric(part) || (divider.includes('|') && isShort(part)))) ||
  figures.test(part);

type Titled = Pick<Article, 'title' | 'url' | 'html' | 'text'>;

const namesIn = (title: string, html: string | null, text: string | null): PageNames => {
  if (html !== null) return readPageNames(html, title);
  return text === null ? noPage : readTextNames(text);
};

/** A line too short for a headline, above one, is a label: "Sponsored by". */
const joinLines = (title: string): string => {
  const lines = title.split(newLine);
  const long = lines.filter((line) => wordsOf(line).length >= fewest);
  return (long.length > 0 ? long : lines).join('. ');
};

/** The headline of an article as readers see it, without the rubric and the site that its page puts around it. */
export const takeHeadline = ({ title, url, html, text }: Titled): string => {
  const given = toHeadline(joinLines(title).replace(styled, '$2').replace(lineBreak, ' '));
  const page = mayHaveMore(given) ? namesIn(given, html, text) : noPage;
  const names = namesOf(url, page.sites);
  if (namesOnly(given, names)) return ownTitle(html, text, names) || given;
  const dropName = (all: string, name: string): string => (names.has(squeeze(name)) ? '' : all);
  const whole = cutTitle(given, page)
    .replace(leadingMark, '')
    .replace(domainBefore, '')
    .replace(siteBefore, dropName)
    .replace(siteAfter, dropName)
    .replace(timeAfter, '');
  return partSlashed(dropLabels(dropTail(dropHead(dropLabels(whole), names), names)));
};

/** True if a title says the site and its rubric, and nothing of an article. */
const namesOnly = (title: string, names: ReadonlySet<string>): boolean => {
  const parts = title.split(dividers).filter((_, at) => at % 2 === 0);
  const isSiteOf = (part: string): boolean =>
    isShort(part) &&
    !part.includes(':') &&
    (isNameOf(part, names) || (hasNews(part) && (parts.length > 1 || isNewsOf(part, names))));
  return parts.some(isSiteOf) && parts.every((part) => isSiteOf(part) || isRubric(part));
};

/** "Herald", "Herald Online"; initials may be those of any headline. */
const isNameOf = (part: string, names: ReadonlySet<string>): boolean =>
  [
    part,
    wordsOf(part)
      .filter((said) => !kinds.has(said))
      .join(''),
  ].some((one) => names.has(squeeze(one)));

const slash = /(?<=\p{L}[»”"]?)\s\/\s(?=[«“"]?\p{Lu})/u;

/** A headline and its second line, which some sites part with a stroke. */
const partSlashed = (headline: string): string => {
  const lines = headline.split(slash);
  return lines.every((line) => wordsOf(line).length >= mostOfName) ? lines.join('. ') : headline;
};

/** "City News", on cityonline.example. */
const isNewsOf = (title: string, names: ReadonlySet<string>): boolean => {
  const own = squeeze(
    wordsOf(title)
      .filter((said) => !newsWords.has(said))
      .join(''),
  );
  return own.length > fewest && [...names].some((name) => name.startsWith(own));
};

/** What heads a text or a page whose title tells nothing: the title that it shares, or its first heading or line. */
const ownTitle = (html: string | null, text: string | null, names: ReadonlySet<string>): string => {
  const { shared, headings, lines } = html === null ? readTextNames(text ?? '') : readPageNames(html, '');
  const first =
    [...shared, ...headings, ...lines].find((line) => isHeadline(line) && wordsOf(line).length >= mostOfName) ?? '';
  const isLong = first.length > longestHeadline;
  return isLong ? '' : dropTail(first, names).replace(/(?<!\p{L}\.\p{L})\.$/u, '');
};

const dropHead = (title: string, names: ReadonlySet<string>): string => {
  const [first = '', divider = '', ...rest] = title.split(dividers);
  const headline = rest.join('');
  const isBefore = isAround(first, divider, names) || (sureDivider.test(divider) && isRubric(first));
  return isBefore && isHeadline(headline) ? dropHead(headline, names) : title;
};

const dropTail = (title: string, names: ReadonlySet<string>): string => {
  const pieces = title.split(dividers);
  const headOf = (end: number): string => pieces.slice(0, end).join('');
  const isOver = (piece: string, at: number): boolean =>
    isAround(piece, pieces[at - 1]!, names) ||
    theName.test(piece) ||
    (sureDivider.test(pieces[at - 1]!) && isShort(piece) && wordsOf(headOf(at - 1)).length > fewest);
  let end = pieces.findIndex((piece, at) => isTail(at, headOf(at - 1)) && isOver(piece, at));
  if (end === -1) return title;
  end -= 1;
  // A site is called by its name and, before that, by the rubric: "... - Local - Herald".
  const isBesideSite = (part: string): boolean => isRubric(part) || (hasNews(part) && isShort(part));
  while (isTail(end - 1, headOf(end - 2)) && isBesideSite(pieces[end - 1]!)) end -= 2;
  return headOf(end);
};

const isTail = (at: number, headline: string): boolean => at >= 2 && at % 2 === 0 && isHeadline(headline);
