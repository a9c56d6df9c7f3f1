import { fold, foldedWords } from './fold.ts';
import { isSameWord } from './same-word.ts';

const word = /[\p{L}\p{M}]+/gu;
const capital = /^\p{Lu}/u;
const abbreviation = /^\p{Lu}{2,}$/u;
const sentenceStart = /(?:^|[.!?…]["»”’)\]]*\s+)["«“„'‘([]*$/u;

/** Words that begin a sentence with a capital and are no names, folded. */
const starters = new Set(
  (
    'в во на по после как также при для из за с со к о об от до у это этот эта эти этого он она они его ее их но и а однако ' +
    'кроме ранее теперь сейчас среди около более менее между под над если когда пока так здесь там все ' +
    'the a an in on at after before as this that these those it he she they his her their its but and however also for ' +
    'from with by under over more most about while when if since now then there both some ' +
    'bu o onlar onun bunun həmin lakin amma və eyni indi artiq əgər sonra əvvəl ' +
    'ancak ama ve ayrica şimdi artik eğer önce daha'
  ).split(' '),
);

/** The first capitalised word of `answer` that does not stand in `article`, in any of its forms; null: all do. */
export const findForeignName = (answer: string, article: string, language: string): string | null => {
  const known = groupByStart(foldedWords(article));
  for (const { 0: name, index } of answer.matchAll(word)) {
    if (!capital.test(name)) continue;
    const folded = fold(name);
    if (starters.has(folded) && sentenceStart.test(answer.slice(0, index))) continue;
    const alike = known.get(startOf(folded)) ?? new Set();
    if (alike.has(folded)) continue;
    if (abbreviation.test(name) || ![...alike].some((other) => isSameWord(folded, other, language))) return name;
  }
  return null;
};

const startOf = (name: string): string => name.slice(0, 3);

const groupByStart = (words: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const groups = new Map<string, Set<string>>();
  for (const one of words) {
    const group = groups.get(startOf(one)) ?? new Set();
    groups.set(startOf(one), group.add(one));
  }
  return groups;
};
