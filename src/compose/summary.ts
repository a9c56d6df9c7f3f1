import { greeting, leaning } from './leaning.ts';
import { isFinished } from './sentences.ts';
import { isVerbless } from './verbless.ts';
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

const dash = /^[—–-]\s+/u;
const question = /^(?:Q|Question|Вопрос|Sual|Soru)\s*[:.]\s/u;
/** In an interview: what was asked, by whoever holds the microphone. */
const isAsked = (sentence: string): boolean =>
  (dash.test(sentence) || question.test(sentence)) && sentence.endsWith('?');

/** True if a sentence may begin a post: it is whole and leans on none before it. */
export const isGoodStart = (sentence: string): boolean =>
  sentence.length >= minSentence &&
  isFinished(sentence) &&
  !isAsked(sentence) &&
  !isVerbless(sentence) &&
  /^(?:[—–-]\s+)?["«“„(]*[\p{Lu}\d]/u.test(sentence) &&
  ![leaning, greeting].some((start) => start.test(sentence.replace(dash, '')));

/** Direct speech that a dash opens and that says who holds it: "— ..., — said the mayor." */
const isHeld = (speech: string): boolean => /[,!?…]\s[—–-]\s\p{Ll}/u.test(speech);

/** What was said before is not the news. */
const background =
  /^(?:Ранее|Напомним|Как сообщалось ранее|Earlier|Previously|Xatırladaq|Qeyd edək|Daha əvvəl|Hatırlanacağı)(?=[\s,])/u;
/** Under its headline it leans on that. */
const saidOfHeadline = /^Об этом (?!же)/u;

/** A lead that begins deeper than this is no lead. */
const startWithin = 4;

const leans = new RegExp(`${leaning.source}|^["“«„]`, 'u');

/** A lead that somebody forgot to end, which the sentence after it leans on: longer than any caption without a verb. */
const isOpenLead = (sentence: string, next = ''): boolean =>
  sentence.length >= thin && !isFinished(sentence) && isGoodStart(`${sentence}.`) && leans.test(next);

/** A sentence of so many content words that are all in the headline says the headline again. */
const restating = 5;

const restatesHeadline = (sentence: string, headline: string): boolean => {
  const stems = stemsOf(sentence);
  return stems.size >= restating && countShared(stems, stemsOf(headline)) === stems.size;
};

/** Under a headline of so few content words, a page's own name perhaps, the standfirst is the only title there is. */
const fewWords = 2;

/** True if a standfirst is said again by the sentence after it, almost word for word and at greater length. */
const isSaidAgain = (sentence: string, next: string, headline: string): boolean => {
  const stems = stemsOf(sentence);
  const isSame = stems.size >= restating && countShared(stems, stemsOf(next)) >= stems.size * 0.9;
  return isSame && next.length > sentence.length && stemsOf(headline).size > fewWords;
};

/** True if one line only adds to the headline what the sentence after it tells whole, and there is no room for both. */
const tellsLess = (first: string, second: string, headline: string): boolean => {
  const told = stemsOf(headline);
  const isAlone = first.length + second.length >= limitAfter(first, headline) && second.length <= stretched;
  const isShort = first.length < thin * 1.5;
  return isAlone && isShort && countShared(told, stemsOf(second)) >= countShared(told, stemsOf(first)) + 2;
};

/** What a summary may come to that begins with this. */
const limitAfter = (first: string, headline: string): number => {
  const stems = stemsOf(first);
  const isOld = stems.size - countShared(stems, stemsOf(headline)) < newsworthy;
  return isOld || first.length < thin ? stretched : fitted;
};

const startOf = (sentences: readonly string[], headline: string): number => {
  const good = sentences
    .slice(0, startWithin)
    .findIndex((sentence, at) => isGoodStart(sentence) || isOpenLead(sentence, sentences[at + 1]));
  const past = sentences.slice(0, startWithin).findIndex((sentence) => background.test(sentence));
  if (past > 0 && past <= good && saidOfHeadline.test(sentences[0]!)) return 0;
  if (good !== -1) {
    const [first = '', second = ''] = sentences.slice(good);
    const isIdle =
      restatesHeadline(first, headline) || isSaidAgain(first, second, headline) || tellsLess(first, second, headline);
    return isGoodStart(second) && isIdle ? good + 1 : good;
  }
  const finished = sentences.findIndex((s) => s.length >= minSentence && isFinished(s));
  // Of an article that is a list, what announces it says most.
  return finished === -1
    ? Math.max(
        0,
        sentences.findIndex((s) => s.length >= minSentence && s.endsWith(':')),
      )
    : finished;
};

const shorten = (sentence: string): string => {
  const room = sentence.slice(0, stretched - 1);
  const clause = Math.max(room.lastIndexOf(','), room.lastIndexOf(';'), room.lastIndexOf(' –'), room.lastIndexOf(' —'));
  const end = clause > stretched / 2 ? clause : room.lastIndexOf(' ');
  return `${room.slice(0, end > 0 ? end : room.length).replace(/[\s,;:–—-]+$/u, '')}…`;
};

/** Each: what opens a quotation, what closes it. German closes with the mark that opens English ones. */
const quotes = [
  ['«', /»/u, '»'],
  ['„', /[“”"]/u, '“'],
  ['“', /”/u, '”'],
] as const;
const straight = /(?:^|[\s(])"(?=[^\s"])[^"]*$/u;

/** The mark that ends the quotation which is still open at the end of a sentence, because the next paragraph goes on with it. */
const missingQuote = (text: string): string => {
  if (straight.test(text)) return text.split('"').length % 2 === 0 ? '"' : '';
  // German turns guillemets round.
  if (/^[^«»]*»/u.test(text)) return '';
  for (const [open, close, mark] of quotes) {
    const opened = text.lastIndexOf(open);
    if (opened === -1) continue;
    const isClosing = open === '“' && text.lastIndexOf('„', opened) !== -1;
    return isClosing || close.test(text.slice(opened + 1)) ? '' : mark;
  }
  return '';
};

/** A quotation that is not closed so soon goes on in the next paragraph, or somebody forgot to close it. */
const closedWithin = 6;
const isClosedIn = (sentences: readonly string[], mark: string): boolean => {
  const near = sentences.slice(0, closedWithin).join(' ');
  const closed = near.indexOf(mark);
  return closed !== -1 && !/[«„“]/u.test(near.slice(0, closed));
};

/** After guillemets the full stop stands outside. */
const closeQuote = (text: string): string => {
  const mark = missingQuote(text);
  return mark === '»' && /[^.]\.$/u.test(text) ? `${text.slice(0, -1)}».` : text + mark;
};

/** The end of a quotation that began in what was left out. */
const orphanQuote = /^([^"“”„]*[.!?…])["”]$/u;

/** The site cut its text off here: "The court...", "The court said [...]". */
const cutShort = /\p{L}(?:…|\.{3})$/u;
const cutMark = /\[(?:…|\.{3})\]$/u;
const isCutOff = (sentence: string, isLast: boolean): boolean =>
  cutMark.test(sentence) || (cutShort.test(sentence) && (isLast || sentence.length < minSentence));

/** Whole, contiguous sentences from the lead; empty if there are none. */
export const summarise = (sentences: readonly string[], headline: string): string => {
  const start = startOf(sentences, headline);
  const rest = sentences.slice(start + 1);
  const open = sentences[start]?.replace(dash, '').replace(orphanQuote, '$1');
  if (open === undefined) return '';
  if (open.length > stretched) return shorten(open);
  const first = isFinished(open) ? open : `${open.replace(/[\s,;:–—-]+$/u, '')}${/[,;:–—-]$/u.test(open) ? '…' : '.'}`;
  if (!isFinished(open) && !isOpenLead(open, rest[0])) return closeQuote(first);
  let summary = first;
  let answered = first;
  for (const [at, sentence] of rest.entries()) {
    const mark = missingQuote(summary);
    if (mark !== '' && !(summary.length < thin && isClosedIn(rest.slice(at), mark))) break;
    const limit = summary === first ? limitAfter(first, headline) : summary.length < thin ? stretched : fitted;
    if (sentence.endsWith(':') || isAsked(sentence) || greeting.test(sentence)) break;
    if (summary.length >= thin && dash.test(sentence) && !isHeld(sentence)) break;
    if (!isFinished(sentence)) continue;
    const isLast = at === rest.length - 1;
    if (isCutOff(sentence, isLast)) break;
    if (summary.length + 1 + sentence.length > limit) break;
    summary += ` ${mark === '' ? sentence.replace(orphanQuote, '$1') : sentence}`;
    // A question at the end only announces what is left out.
    if (!sentence.endsWith('?')) answered = summary;
  }
  return closeQuote(answered.length < thin ? summary : answered);
};
