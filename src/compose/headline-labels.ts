import { wordsOf } from './words.ts';

/** What else the page has: no news of the headline's. */
const media =
  '(?:фото(?:графии|репортаж)?|видео|аудио|инфографика|foto(?:lar|ğraf(?:lar)?|qalereya)?|v[iİ]deo(?:lar)?|photos?|pictures?)';
const again =
  '(?:upd(?:ated?)?|обновлено|обновляется|дополнено|дополняется|yen[iİ]lən[iİ]b|yen[iİ]lənd[iİ]|güncellend[iİ]|güncelleme)';
const label = `(?:${media}|${again})`;
const labels = `${label}(?:\\s*(?:[,+/|&–—-]|и|və|ve|and)\\s*${label})*`;
const fewest = 2;

/** "(ФОТО)", "[video]". */
const bracketed = new RegExp(`\\s*[([]\\s*${labels}\\s*[)\\]]\\s*`, 'giu');
/** "... . Video", "... – FOTO". */
const behind = new RegExp(`(?:\\s+[|/–—-]\\s*|(?<=[.!?…»”"])\\s+|\\.\\s+)${labels}[.!]?$`, 'iu');
/** Without a mark between, in capitals: "... FOTO". */
const last = new RegExp(`\\s+${labels}$`, 'iu');
const lastInCapitals = /\p{Ll}{3}\p{P}*(?:\s+\p{Lu}{3,})+$/u;
/** "UPD: ...", "SON DAKİKA: ...". */
const ahead = new RegExp(
  `^(?:${again}|son dak[iİ]ka(?: haber[iİ]?)?|son dəq[iİ]qə|breaking(?: news)?|watch|\\p{L}+ xəbər ver[iİ]r)\\s*(?:[:|!…–—-]|\\.{2,3})+\\s*(?=\\S)`,
  'iu',
);

/** "... (From City Gazette)". */
const from = /\s*\(From (?:the )?\p{Lu}[^()]{2,40}\)$/iu;

/** "UPDATE 2-...": of an agency, to its subscribers. */
const wire = /^(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|CORRECTION|EXCLUSIVE)(?: \d{1,2})?-(?=\S)/;

/** A headline without what a site says of how and when it tells the news. */
export const dropLabels = (headline: string): string => {
  let rest = headline.replace(wire, '').replace(ahead, '').replace(bracketed, ' ').replace(from, '').trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(behind, '').trim();
    if (lastInCapitals.test(rest)) rest = rest.replace(last, '');
  }
  return wordsOf(rest).length < fewest ? headline : rest;
};
