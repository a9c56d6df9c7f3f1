const segmenter = new Intl.Segmenter('ru', { granularity: 'sentence' });

/** Abbreviations after which a sentence goes on, whatever the case of the next word. */
const abbreviations = new Set(
  (
    'им. митр. свт. архиеп. еп. прот. о. ул. пр. просп. пл. обл. р-н. акад. проф. доц. канд. докт. гг. тов. св. см. ср. напр. т.н. т.е. т.к. и.о. врио. ген. полк. пос. дер. пер. наб. корп. ст. зам. пом. гл. ред. стр. рис. табл. прим. град. мин. сек. коп. ' +
    'dr. mr. mrs. ms. st. pt. prof. gen. sen. gov. rep. lt. col. sgt. capt. maj. rev. hon. messrs. vs. no. jan. feb. aug. sept. oct. nov. dec. fig. ' +
    'dos. sn. akad. cən. küç. pr. müh. av. op. doç. yrd. cad. sok. mah. nr. bzw. ca. z.b. u.a. d.h. abs. evtl. ggf. tel. ul. im. ks. tzw. np. m.in. ok. approx. max. min. art. vol. pp. str. mad. səh. məs.'
  ).split(' '),
);
/** Abbreviations that also end sentences: joined unless the next word may well begin one. */
const abbreviationsOrEnds = new Set(
  'u.s. u.k. u.n. a.m. p.m. d.c. jr. sr. inc. co. corp. ltd. mln. млн. млрд. тыс. руб. долл. час. ч.'.split(' '),
);
const sentenceStarters =
  /^(?:The|A|An|He|She|It|They|We|In|On|At|But|And|This|That|These|Those|There|However|For|As|If|When|While|After|Before|Mr|Ms|В|На|По|Это|Он|Она|Они|Однако|Также|При|Как|Для|За|С|К|И|А|Но|Bu|O|Onlar)\s/u;
const initial = /(?:^|[\s("«„“])\p{Lu}\.(?:\s?\p{Lu}\.)*$/u;
const germanOrdinal = /\b\d{1,2}\.$/;
const declinedOrdinal = /(?:^|\s)(?:am|an|der|die|das|des|dem|den|im|zum|zur|vom|beim|seit|bis)\s\d{1,3}\.$/i;
const germanMonth =
  /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)/;
/** `г.` after a number is a year and may end a sentence; elsewhere it is a city. */
const city = /(?:^|[^\d\s]\s|^\s*)г\.$/u;
/** A sentence never begins in lower case, with a dash or with a comma: what stood before was not an end. */
const continuation = /^(?:["»”’)\]]*\s*)?(?:\p{Ll}|[—–-]\s|,|;)/u;
const maxQuote = 400;

/** German closes its quotes with the mark that opens English ones. */
const quotes = [
  ['«', '»'],
  ['„', '“'],
  ['“', '”'],
] as const;

const maxStraightQuote = 200;

/** A straight quote opens and closes alike: one is open where their number is odd. */
const isInStraightQuote = (before: string, after: string): boolean =>
  before.split('"').length % 2 === 0 &&
  before.length - before.lastIndexOf('"') < maxStraightQuote &&
  after.includes('"');

/** True if a quote that `after` closes is open at the end of `before`. */
const isInQuote = (before: string, after: string): boolean =>
  isInStraightQuote(before, after) ||
  quotes.some(([open, close]) => {
    const opened = before.lastIndexOf(open);
    const isClosing = open === '“' && before.lastIndexOf('„', opened) > before.lastIndexOf('“', opened - 1);
    return (
      opened > before.lastIndexOf(close) && !isClosing && before.length - opened < maxQuote && after.includes(close)
    );
  });

const goesOn = (before: string, after: string): boolean => {
  if (continuation.test(after)) return true;
  const last = before
    .slice(before.lastIndexOf(' ') + 1)
    .replace(/^["«„“(]+/u, '')
    .toLowerCase();
  if (abbreviations.has(last) || city.test(before)) return true;
  if (abbreviationsOrEnds.has(last)) return !sentenceStarters.test(after);
  if (initial.test(before)) return true;
  if (declinedOrdinal.test(before)) return true;
  if (germanOrdinal.test(before) && germanMonth.test(after)) return true;
  return isInQuote(before, after);
};

// The rules of Unicode see no end before a figure with a small letter after it: "... сказал он. 19 августа начнут ...".
const beforeFigure = /(?<=\p{Ll}{2}[.!?…]["»”)]*)\s+(?=\d[\d.,:–-]*\s+\p{Ll})/u;

/** Sentences of one paragraph, in order; nothing is lost but the spaces between them. */
export const splitSentences = (paragraph: string): readonly string[] => {
  const sentences: string[] = [];
  const pieces = [...segmenter.segment(paragraph)].flatMap(({ segment }) => segment.split(beforeFigure));
  for (const piece of pieces) {
    const sentence = piece.trim();
    if (sentence === '') continue;
    const before = sentences.at(-1);
    if (before !== undefined && goesOn(before, sentence)) sentences[sentences.length - 1] = `${before} ${sentence}`;
    else sentences.push(sentence);
  }
  return sentences;
};

/** True if text ends as a sentence does. */
export const isFinished = (text: string): boolean => /[.!?…。।]["»”“’')\]]*$/u.test(text);
