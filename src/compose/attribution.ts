import { agencyPattern, nameAgency } from './agencies.ts';

/** A sentence without the words that only say which agency it comes from. */
export interface Attributed {
  readonly text: string;
  readonly credit: string | null;
}

const ruVerb =
  '(?:сообщ(?:ает|ают|или|ил|ила|ило)|переда(?:ет|ёт|ют|ли|л|ла|ло)|пиш(?:ет|ут)|информиру(?:ет|ют)|уведомля(?:ет|ют)|отмеча(?:ет|ют))';
const enVerb = '(?:reports?|reported|says?|said|writes?|wrote)';
const source = '([^,;:]{2,80}?)';
const scene = '(?: (?:из зала суда|с места (?:событи[яй]|происшествия)))?';
const correspondent = '(?:(?:(?:наш|собственный|специальный) )?корр(?:еспондент\\p{Ll}{0,3}|\\.) )?';

/** In Azerbaijani and Turkish, whose small i has a dotted capital. */
const turkicHeads: readonly RegExp[] = [
  // "Site" AGENCY-yə istinadən xəbər verir ki, ...
  new RegExp(
    `^(?:["“«][^"”»]{2,40}["”»]|[\\p{L}\\d-]{2,30}\\.\\p{L}{2,4})\\s+["“«]?${source}["”»]?[-'’]?y?[aə] istinad(?:ən|la) (?:xəbər verir|məlumat verir|bildirir|yazır)(?: ki)?,\\s+`,
    'iu',
  ),
  new RegExp(
    `^(?:[^,;:]{2,80} istinad(?:ən|la) )?${source}(?:[-'’]?\\p{Ll}{0,4} istinad(?:ən|la))?(?: \\p{L}+)? (?:xəbər verir|məlumat verir|bildirir|yazır|xəbər yayıb|bildirib)(?: ki)?,\\s+`,
    'iu',
  ),
  new RegExp(
    `^${source}(?:['’]?(?:n?[ıiuü]n|nin|nın)) (?:məlumatına|xəbərinə|haberine|aktardığına|bildirdiğine|verdiği bilgiye) görə?e?,\\s+`,
    'iu',
  ),
];

/** "Как сообщили «Газете» в полиции, ...": somebody told it to a paper, whose name has another ending then. */
const told = /^Как (?:ранее )?\p{L}+ли ["«“]/iu;

/** Each: the group `source` names the agency, what is left after the match is the news. */
const heads: readonly RegExp[] = [
  new RegExp(`^Как (?:ранее )?${ruVerb} ${source}(?: (?:со ссылкой|в|на|из) [^,]{2,80})?,\\s+`, 'iu'),
  new RegExp(`^(?:По (?:данным|сообщению|информации)) ${source},\\s+`, 'iu'),
  ...turkicHeads,
  new RegExp(`^${source} ${enVerb} that\\s+`, 'iu'),
  new RegExp(`^(?:According to|As reported by|As) ${source}(?: (?:reports?|reported|writes))?,\\s+`, 'iu'),
];

const tails: readonly RegExp[] = [
  // ... hizmete girdi. (DHA)
  new RegExp(`\\s*[(/](${agencyPattern})[)/]\\.?$`, 'iu'),
  new RegExp(`,?\\s+(?:[—–-]\\s+)?(?:об этом )?${ruVerb} ${correspondent}${source}${scene}\\s*\\.$`, 'iu'),
  new RegExp(
    `,\\s+(?:[—–-]\\s+)?${source}(?: [^,]{2,60} istinad(?:ən|la))? (?:xəbər verir|məlumat verir|bildirir|yazır)\\s*\\.$`,
    'iu',
  ),
  new RegExp(`,\\s+${source} ${enVerb}(?: (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)?\\s*\\.$`, 'iu'),
  new RegExp(`,\\s+(?:reports?|reported) ${source}\\s*\\.$`, 'iu'),
];

const sourceFirst = new RegExp(
  `^Как (?:ранее )?(${ruVerb}) ${source}((?: (?:со ссылкой|в|на|из) [^,]{2,80})?),\\s+([^.:;]{20,})\\.$`,
  'iu',
);

const capitalise = (text: string, locale = 'en'): string =>
  text.replace(
    /^([«"“„(]*)(\p{Ll})/u,
    (_, quotes: string, letter: string) => quotes + letter.toLocaleUpperCase(locale),
  );

/** "Об этом сообщает X." and its like: a sentence that says nothing but where the news is from. */
const day = '(?:(?:(?:во?\\s)?\\p{L}+,?\\s)?\\d{1,2}\\s\\p{L}+,?\\s|во?\\s\\p{L}+\\s)?';
const wholly = new RegExp(
  `^(?:Об этом|Это|Эту информацию|Bu barədə|This)\\s+${day}(?:${ruVerb}\\s+)?${source}(?:\\s+(?:xəbər verir|məlumat verir|bildirir))?(?: (?:со ссылкой|в|на|из) [^,]{2,80})?\\s*\\.$`,
  'iu',
);

/** The next sentence may lean on it: "По данным источника, ...". */
const namesSource = /\s(?:источник|собеседник)/iu;

const minRest = 10;

const sourceLine = /^(?:Источник|Mənbə|Kaynak|Source|Quelle|Źródło)\s*:\s*(.{2,60}?)\.?$/iu;

/** The agency of a line that does nothing but name it: "Источник: ...". */
export const readSourceLine = (line: string): string | null => {
  const match = sourceLine.exec(line);
  return match === null ? null : nameAgency(match[1]!);
};

/** Takes the agency's name away from the ends of a sentence; a source that is not an agency stays, it is part of the news. */
export const takeAttribution = (sentence: string): Attributed => {
  const whole = wholly.exec(sentence);
  if (whole !== null) {
    const credit = nameAgency(whole[1]!);
    if (credit !== null) return { text: namesSource.test(sentence) ? sentence : '', credit };
  }
  if (told.test(sentence)) return { text: sentence, credit: null };
  for (const head of sentence.includes(',') || sentence.includes(' that ') ? heads : []) {
    const match = head.exec(sentence);
    const credit = match === null ? null : nameAgency(match[1]!);
    if (match === null || credit === null) continue;
    const rest = sentence.slice(match[0].length);
    if (rest.length >= minRest) return { text: capitalise(rest, turkicHeads.includes(head) ? 'tr' : 'en'), credit };
  }
  for (const tail of tails) {
    const match = tail.exec(sentence);
    const credit = match === null ? null : nameAgency(match[1]!);
    if (match === null || credit === null) continue;
    const rest = sentence.slice(0, match.index).replace(/[\s,–—-]+$/u, '');
    if (rest === '' || !/\s/u.test(rest)) return { text: '', credit };
    if (rest.length >= minRest) return { text: /[.!?…]$/u.test(rest) ? rest : `${rest}.`, credit };
  }
  return takeRecipient(sentence) ?? { text: sentence, credit: toldReporter.exec(sentence)?.[1] ?? null };
};

/** "Bu barədə AGENCY-yə nazirlikdən bildirilib": whom the source told it to. */
const recipient = new RegExp(
  `\\s(?:["“«](${agencyPattern})["”»][-'’]?|(${agencyPattern}|[\\p{L}\\d-]{2,30}\\.(?:[Aa]z|com))[-'’])y?[aə](?=\\s)`,
  'u',
);
const wasTold = /(?:bildirilib|deyilib|məlumat verilib|verilən məlumat|verilən xəbər|açıqlama)/iu;

/** "AGENCY muhabirine ... söyledi": its reporter has it, and the sentence is built around that. */
const toldReporter = new RegExp(`(?<!\\p{L})(${agencyPattern}) muhabir(?:in|ler)`, 'u');

const takeRecipient = (sentence: string): Attributed | null => {
  const match = wasTold.test(sentence) ? recipient.exec(sentence) : null;
  return match === null ? null : { text: sentence.replace(recipient, ''), credit: match[1] ?? match[2]! };
};

/** A post begins with the news; a source that is part of it is said after that, as all others are. */
export const sayNewsFirst = (sentence: string): string => sentence.replace(sourceFirst, putSourceLast);

const putSourceLast = (_: string, verb: string, source: string, where: string, news: string): string =>
  `${capitalise(news)}, ${verb} ${source}${where}.`;
