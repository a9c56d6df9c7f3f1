import { splitPlainly } from './baselines.ts';
import { wordsOf } from './rouge.ts';

/** What a reader would take for a fault, found by machine; reading by eye finds more. */
const kinds = {
  missing: (summary: string) => summary === '',
  'repeats the title': (summary: string, title: string) =>
    wordsOf(title).length > 3 && splitPlainly(summary).some((sentence) => jaccard(sentence, title) >= 0.75),
  unfinished: (summary: string) => summary !== '' && !/[.!?…。।]["»”“’')\]]*$/u.test(summary),
  'cut with …': (summary: string) => summary.endsWith('…'),
  'over 420 characters': (summary: string) => summary.length > 420,
  'under 60 characters': (summary: string) => summary !== '' && summary.length < 60,
  dateline: (summary: string) =>
    /^\p{Lu}[\p{Lu} .-]{2,24}[,(]|^\p{Lu}\p{L}+, \d{1,2} \p{L}{3,}|\((?:AP|AFP|ANI|dpa|Reuters|IANS|UPI|PTI)\)/u.test(
      summary,
    ),
  attribution: (summary: string) => /^(?:Как (?:сообщ|переда|пиш)\p{L}+|Об этом|Bu barədə)/iu.test(summary),
  furniture: (summary: string) =>
    /подпишит|читайте также|следите за|follow us|subscribe|click here|©|copyright|фото:|photo:|комментари[ий]|версия для|last updated|posted (?:on|by)|published:|просмотров|\d\d?:\d\d(?::\d\d)? /iu.test(
      summary,
    ),
  'begins with a pronoun': (summary: string) =>
    /^(?:Он|Она|Они|Это|Однако|Также|Кроме того|При этом|He|She|They|But|And|However|This) /u.test(summary),
} satisfies Record<string, (summary: string, title: string) => boolean>;

/** The kinds of faults that a summary has. */
export const findDefects = (summary: string, title: string): readonly string[] =>
  Object.entries(kinds)
    .filter(([, has]) => has(summary, title))
    .map(([kind]) => kind);

const jaccard = (one: string, other: string): number => {
  const [a, b] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared || 1);
};
