import { agencyPattern, nameAgency } from './agencies.ts';
import type { Attributed } from './attribution.ts';
import { cityPattern } from './cities.ts';
import { month } from './dates.ts';
import { wireNote } from './wire-note.ts';

const dash = '(?:\\s*[-–—]{1,2}\\s+|\\s*(?:—|--)(?=["“«„]?\\p{Lu}))';
const capitals = "\\p{Lu}[\\p{Lu}.'’-]+(?:[\\s/]\\p{Lu}[\\p{Lu}.'’-]+){0,3}";
const oneplace =
  "\\p{Lu}[\\p{L}.'’-]*(?:[\\s/]\\p{Lu}[\\p{L}.'’-]*){0,3}(?:\\s(?:область|обл\\.|край|район)|\\s\\(\\p{Lu}\\p{L}+\\)|\\s/\\p{Lu}[\\p{L} -]{2,30}/)?";
const place = `${oneplace}(?:\\s[-–—]\\s${oneplace}){0,2}`;
const date = `(?:\\d{1,2}\\.?\\s+${month}|${month}\\s+\\d{1,2}\\.?)(?:,?\\s+\\d{4})?(?:\\s*(?:г\\.|года|il))?`;
const signature = `[\\p{Lu}][\\p{L}\\d.-]*(?:[\\s-][\\p{Lu}\\d][\\p{L}\\d.-]*){0,3}`;
const bracketed = `(?:\\((?<bracket>[^()]{2,40})\\)|\\/(?<slash>[^/]{2,30})\\/)`;

/** Capitalised after a dash, these begin a sentence, so that what stands before is none. */
const openers =
  "A|An|The|It|It's|It’s|This|That|There|In|On|At|For|After|Before|When|While|As|If|Would|He|She|They|We|You|What|How|В|Во|На|По|С|Со|К|Из|У|За|После|Как|Это|Он|Она|Они|Bu|Bir|O";

/** After a dash: the other end of a road, a line or a flight. */
const wayTo =
  '\\p{Lu}[\\p{L}-]+(?:\\s[–—-]\\s|\\s(?:avtomobil|magistral|yol|dəmir|avtobus|qatar|reys|karayolu|tren|sefer|трасс|шоссе|автодорог|автобус|поезд|рейс|электрич|highway|road|route|line|train|flight))';

/** Each: place, date and agency at the head of a lead, in the orders that agencies use. */
const datelines: readonly RegExp[] = [
  // BAKU, May 5 (Agency) - ... ; ANKARA (AA) - ... ; Berlin (dpa) - ... ; БАКУ /АЗЕРТАДЖ/ - ...
  new RegExp(`^${place}(?:,\\s*${place})?(?:[,.]?\\s+${date})?[.,]?\\s*${bracketed}(?:${dash}|\\s*[.:]\\s+)`, 'u'),
  // БАКУ, 5 мая - РИА Новости, Имя Фамилия. ... ; Баку. 5 мая. АЗЕРТАДЖ - ...
  new RegExp(
    `^${place}(?:,\\s*${place})?[,.]?\\s+${date}(?:,?\\s+\\d{1,2}:\\d{2})?[.,]?(?:${dash}|\\s+)(?<agency>${agencyPattern}|INTERFAX\\.RU|${capitals})(?:,\\s*${place})?(?:[.:]\\s+|${dash}|\\s*$)`,
    'u',
  ),
  // БАКУ, 5 мая - ... ; BAKU, May 5. - ... ; New Delhi, Jan. 15: ...
  new RegExp(`^${place}(?:,\\s*${place})?[,.]?\\s+${date}[.,]?(?:${dash}|:\\s+)`, 'u'),
  // Баку, 5 мая 2026. САЙТ.RU. ... ; (Баку, 5 мая, «Агентство»). ...
  new RegExp(`^${place},\\s+${date}[.,]\\s+(?<agency>[\\p{Lu}\\d-]{2,30}\\.\\p{Lu}{2,4})[.:]?\\s+`, 'u'),
  new RegExp(`^\\(${place},\\s+${date}(?:,\\s+["«“]?(?<agency>[^()"»”]{2,40})["»”]?)?\\)[.:]?\\s+`, 'u'),
  // Bakı, 28 aprel, AZƏRTAC
  new RegExp(`^${place},\\s+${date},\\s+(?<agency>${signature})[.,]?\\s*(?:$|(?=\\p{Lu}))`, 'u'),
  // Москва. 4 января. ...
  new RegExp(`^${place}\\.\\s+${date}\\.\\s+`, 'u'),
  // (Reuters) - ... ; (CNN) ... ; Mumbai, Jan 17 (PTI) ... ; Jan. 17 (Bloomberg) -- ...
  new RegExp(
    `^(?:(?:${place},\\s+(?:${place},\\s+)?)?${date}\\s+)?\\((?<bracket>${agencyPattern})\\)(?:${dash}|\\s+|(?=["“]?\\p{Lu}))`,
    'u',
  ),
  // Tirana, Albania (CNN) ...
  new RegExp(`^${place}(?:,\\s*${place})?\\s+\\((?<bracket>${agencyPattern})\\)\\s*(?=["“]?\\p{Lu})`, 'u'),
  // 05.01.2012, Баку 00:16:06 ...
  new RegExp(`^\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}(?:,?\\s+${place})?,?\\s+\\d{1,2}:\\d{2}(?::\\d{2})?\\s+`, 'u'),
  // Baku/05.01.12/Agency: ...
  new RegExp(
    `^${place}\\s?\\/\\s?\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\s?\\/\\s?(?<agency>${agencyPattern}|${capitals})\\s?[:.]\\s+`,
    'u',
  ),
  // 06.11.23 - ... ; Jan. 11, 2012 -- ...
  new RegExp(`^(?:\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|${date})(?:,?\\s+\\d{1,2}[:.]\\d{2})?${dash}`, 'u'),
  // РИА Новости, Имя Фамилия. ... ; АЗЕРТАДЖ. - ...
  new RegExp(`^(?<agency>${agencyPattern})(?:,\\s*${place})?(?:\\.\\s+|\\.?${dash})`, 'u'),
  // Баку. АЗЕРТАДЖ. ... ; Bakı, APA: ...
  new RegExp(`^${cityPattern}[.,]?\\s+(?<agency>${agencyPattern})(?:[.:](?:\\s+|$)|${dash})`, 'u'),
  // Detroit – It's ... ; New York: Patients ... ; Москва. Президент ... ; but not "Москва – Пекин"
  new RegExp(`^${cityPattern}(?:${dash}|[.:]\\s+)(?=["“«„]?\\p{Lu})(?!["“«„]?${cityPattern}(?!\\p{L})|${wayTo})`, 'u'),
  new RegExp(`^(?:${place}${dash}|${cityPattern}\\s+)(?=["“«„]?(?:${openers})\\s)`, 'u'),
  // BAKU - ... ; LONDON, Ont. — ...
  new RegExp(`^${capitals}(?:,\\s*${place})?${dash}(?=["«“„(]?\\p{Lu})`, 'u'),
];

/**
 * How every dateline begins: with a figure, a bracket, or capitalised words and then none. Most leads do not; nor does
 * the caption of a picture from the files.
 */
const mayBegin = new RegExp(
  `^(?!FILE(?!\\p{L}))(?:[\\d(]|\\p{Lu}[\\p{L}.'’-]*(?:[\\s/]\\p{Lu}[\\p{L}.'’-]*)*(?:\\s(?:область|обл\\.|край|район))?\\s*[^\\p{L}\\s]|${agencyPattern}|${cityPattern})`,
  'u',
);

/** What a page glued to the copy of an agency, up to the dateline that begins it. */
const listMark = /^[-–—]\s+(?=\p{Lu}{2})/u;
const before = new RegExp(`^.{1,400}?\\s(?=${capitals},\\s${date}${dash}${agencyPattern}[.:]\\s)`, 'u');

/** Takes place, date and agency from the head of a lead. */
export const takeDateline = (text: string): Attributed => {
  const unmarked = text.replace(listMark, '');
  const found = takeFrom(unmarked.replace(before, ''));
  // Without a dateline behind it, a dash may open direct speech.
  return found.text === unmarked ? { ...found, text } : found;
};

const takeFrom = (lead: string): Attributed => {
  if (!mayBegin.test(lead)) return { text: lead, credit: null };
  for (const dateline of datelines) {
    const match = dateline.exec(lead);
    if (match === null) continue;
    const rest = lead.slice(match[0].length).replace(wireNote, '').trim();
    if (/^\p{Ll}/u.test(rest)) continue;
    const { agency, bracket, slash } = match.groups ?? {};
    const named = agency ?? bracket ?? slash;
    return {
      text: rest,
      credit: named === undefined ? null : nameAgency(named.split(',')[0]!),
    };
  }
  return { text: lead, credit: null };
};
