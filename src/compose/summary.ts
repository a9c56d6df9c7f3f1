import { isFinished } from './sentences.ts';
import { countShared, stemsOf } from './words.ts';

/** UTF-16 units that a summary is fitted to, and that it may be stretched to. */
const fitted = 280;
const stretched = 420;
/** A first sentence with fewer content words than this beyond the headline's only says the headline again. */
const newsworthy = 8;
/** A shorter first sentence is an exclamation. */
const minSentence = 20;
/** A summary below this is worth one more sentence, even beyond what it is fitted to. */
const thin = 90;

/** Words that lean on a sentence before; `Bu gün` and `This week` do not. */
const dangling =
  /^(?:Он|Она|Они|Оно|Его|Её|Ее|Их|Это|Этот|Эта|Эти|Об этом|К так\p{L}+ вывод\p{L}*|Такой вывод|В (?:ней|нем|нём|них)|Там|Тогда|При этом|Однако|Также|Кроме того|Тем не менее|Поэтому|Но|А|И|Ему|Ей|По (?:его|её|ее|их) словам|He|She|They|It|His|Her|Their|But|And|However|These|This(?! (?:week|month|year|morning|afternoon|evening|spring|summer|autumn|fall|winter|season))|That|So|Also|Yes(?=,)|No(?=,)|Да(?=,)|Нет(?=,)|O|Onlar|Onun|Bu(?! (?:gün|il|ay|həftə|səhər|axşam|gecə|yıl|sabah|akşam|hafta))|Lakin|Ancak|Ama|Fakat|Həmçinin|Ayrıca|Er|Sie|Es|Aber|Und|Doch)(?=[\s,])/u;

const greeting =
  /^(?:Добр(?:ый|ое) (?:день|вечер|утро)|Здравствуйте|Привет(?:ствуем)?|Hər vaxtınız|Salam|Sabahınız|Merhaba|Günaydın|İyi (?:günler|akşamlar)|Good (?:morning|afternoon|evening)|Hello|Hi|Welcome (?:to|back))(?=[\s,!.])/u;
const dash = /^[—–-]\s+/u;
/** In an interview: what was asked, by whoever holds the microphone. */
const isAsked = (sentence: string): boolean => dash.test(sentence) && sentence.endsWith('?');

const isGoodStart = (sentence: string): boolean =>
  sentence.length >= minSentence &&
  isFinished(sentence) &&
  !isAsked(sentence) &&
  /^(?:[—–-]\s+)?["«“„(]*[\p{Lu}\d]/u.test(sentence) &&
  ![dangling, greeting].some((start) => start.test(sentence.replace(dash, '')));

/** A lead that begins deeper than this is no lead. */
const startWithin = 4;

const leans = new RegExp(`${dangling.source}|^["“«„]`, 'u');

/** A lead that somebody forgot to end, which the sentence after it leans on: longer than any caption without a verb. */
const isOpenLead = (sentence: string, next = ''): boolean =>
  sentence.length >= thin && !isFinished(sentence) && isGoodStart(`${sentence}.`) && leans.test(next);

/** A sentence of so many content words that are all in the headline says the headline again. */
const restating = 5;

const restatesHeadline = (sentence: string, headline: string): boolean => {
  const stems = stemsOf(sentence);
  return stems.size >= restating && countShared(stems, stemsOf(headline)) === stems.size;
};

const startOf = (sentences: readonly string[], headline: string): number => {
  const good = sentences
    .slice(0, startWithin)
    .findIndex((sentence, at) => isGoodStart(sentence) || isOpenLead(sentence, sentences[at + 1]));
  if (good !== -1) {
    const [first = '', second = ''] = sentences.slice(good);
    return isGoodStart(second) && restatesHeadline(first, headline) ? good + 1 : good;
  }
  const finished = sentences.findIndex((s) => s.length >= minSentence && isFinished(s));
  return finished === -1 ? 0 : finished;
};

const shorten = (sentence: string): string => {
  const room = sentence.slice(0, stretched - 1);
  const clause = Math.max(room.lastIndexOf(','), room.lastIndexOf(';'), room.lastIndexOf(' –'), room.lastIndexOf(' —'));
  const end = clause > stretched / 2 ? clause : room.lastIndexOf(' ');
  return `${room.slice(0, end > 0 ? end : room.length).replace(/[\s,;:–—-]+$/u, '')}…`;
};

/** Whole, contiguous sentences from the lead; empty if there are none. */
export const summarise = (sentences: readonly string[], headline: string): string => {
  const start = startOf(sentences, headline);
  const rest = sentences.slice(start + 1);
  const open = sentences[start]?.replace(dash, '');
  if (open === undefined) return '';
  if (open.length > stretched) return shorten(open);
  const first = isFinished(open) ? open : `${open.replace(/[\s,;:–—-]+$/u, '')}${/[,;:–—-]$/u.test(open) ? '…' : '.'}`;
  if (!isFinished(open) && !isOpenLead(open, rest[0])) return first;
  const stems = stemsOf(first);
  const restates = stems.size - countShared(stems, stemsOf(headline)) < newsworthy;
  let summary = first;
  for (const sentence of rest) {
    const limit = (restates && summary === first) || summary.length < thin ? stretched : fitted;
    if (sentence.endsWith(':') || isAsked(sentence) || greeting.test(sentence)) break;
    if (!isFinished(sentence)) continue;
    if (summary.length + 1 + sentence.length > limit) break;
    summary += ` ${sentence}`;
  }
  return summary;
};
