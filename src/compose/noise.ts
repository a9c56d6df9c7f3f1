import { calls } from './calls.ts';
import { isDateLine } from './dates.ts';
import { isFinished } from './sentences.ts';
import { wordsOf } from './words.ts';

/** Names of things on a page. As the opening of a whole sentence each may be news: "Реклама табака запрещена". */
const labels: readonly string[] = [
  'реклама',
  'комментари',
  'теги',
  'популярн',
  'последние новости',
  'главные новости',
  'все новости',
  'по теме',
  'ранее по теме',
  'подробнее',
  'подписка',
  'войти',
  'поддержите',
  'распечатать',
  'reklam',
  'şərh',
  'son xəbər',
  'ən çox oxunan',
  'ətraflı',
  'yorumlar',
  'etiketler',
  'devamı',
  'son dakika',
  'advertisement',
  'comments?',
  'recommended',
  'most (?:read|popular)',
  'in pictures',
  'loading',
  'subscribe',
  'log ?in',
  'share',
  'tags?',
  'copyright',
  'written by',
  'zum thema',
];
const lead = '^[\\s>»«"“*•·|→▶►+-]*';
const call = new RegExp(`${lead}(?:${calls.join('|')})`, 'iu');
const label = new RegExp(`${lead}(?:${labels.join('|')})`, 'iu');
const maxLabelWords = 4;
const byline =
  /^(?:[Bb]y|Von|Автор|Müəllif)\s+\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]+){0,3}\s*(?:$|\||,\s*\p{Lu}[\p{L}\s]{2,40}$)/u;
/** "Репортаж Ольги Петровой.", "Ann Morris is a reporter with The Herald.": who made it, in a sentence of its own. */
const maker =
  /^(?:(?:Репортаж|Сюжет|Материал подготовил\p{L}*)\s+\p{Lu}[\p{L}.-]+(?:\s+\p{Lu}[\p{L}.-]+){0,2}\.?$|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2} is (?:an? |the )(?:[\p{L}]+[ -]){0,4}(?:(?:reporter|journalist|correspondent|columnist|editor) (?:with|at|for)|(?:freelance|staff|senior) (?:writer|reporter|journalist)) |The (?:author|writer) is (?:an? |the ))/u;
/** Words that no sentence of an article holds, wherever they stand. */
const anywhere =
  /may (?:earn|receive) (?:an? )?(?:\p{L}+ )?(?:commission|percentage of (?:any|each|every|the) sales?)|affiliate (?:relationships?|partners(?:hips?)?|links?)|we (?:\p{L}+ )?(?:get|earn|receive|make) (?:an? )?(?:\p{L}+ )?commission|terms of (?:use|service)\P{L}[^.!?]{0,80}privacy|privacy (?:policy|notice)\P{L}[^.!?]{0,80}(?:terms of|contact us|site ?map)|undefined (?:variable|index|offset|property)\P{L}|подписавшись на (?:одно|один|наш|канал|нас|telegram|телеграм)|вы (?:соглашаетесь|да[её]те согласие)|следите за наш\p{L}+ новост|you (?:agree|consent) to (?:our|the|receive)|©|copyright \d{4}|all rights reserved|все права защищены|ctrl\s*\+\s*(?:enter|insert)|(?:наш\p{L}*|нас в|подпис\p{L}+ на) (?:telegram|whatsapp|телеграм|ватсап)|(?:whatsapp|telegram) kanalım|on our (?:whatsapp|telegram)|our whatsapp|cookie policy|enable javascript|использовани\p{L} (?:наших |этих |любых )?материалов|гиперссылка (?:на|обязат)|перепечатыва(?:йте|ть)|haber akış sistemi|editoryel müdahale|использу\p{L}+ наши (?:тексты|материалы|статьи)|загружается, подождите/iu;
const otherArticles =
  /^[\s>»*•·|→+-]*(?:читайте|смотрите также|(?:ещё |еще )?по теме|другие новости|похожие|материалы по теме|новости по теме|популярн|последние новости|комментарии|oxşar xəbər|digər xəbər|həmçinin oxu|bunu da ok?u|son xəbər|ən çox oxunan|şərhlər|ilgili haber|diğer haber|benzer haber|yorumlar|related|see also|read (?:more|also|next)|more (?:on|from|stories)|you may (?:also )?like|recommended|most (?:read|popular)|comments|mehr zum thema|zobacz też)[^.!?…]{0,60}$/iu;

const isLabel = (line: string): boolean =>
  label.test(line) && (!isFinished(line) || wordsOf(line).length <= maxLabelWords);

// Case folding pairs the i's of Azerbaijani and Turkish as English does: the dotted capital with none, I with i.
const foldDotted = (line: string): string => line.replaceAll('İ', 'i');
const foldDotless = (line: string): string => foldDotted(line).replaceAll('I', 'ı');
const turkicLetter = /[ğşəıçöü]/iu;
const isEither = (line: string, test: (folded: string) => boolean): boolean =>
  test(foldDotted(line)) || (line.includes('I') && turkicLetter.test(line) && test(foldDotless(line)));

const isAround = (folded: string): boolean => call.test(folded) || anywhere.test(folded) || isLabel(folded);

/** True if a line names the author and nothing else. */
export const isByline = (line: string): boolean => byline.test(line);

/** True if a line stands around the article: a call, a credit, a counter, rights, a way to other articles. */
export const isNoise = (line: string): boolean =>
  isEither(line, isAround) || isByline(line) || maker.test(line) || isDateLine(line);

/** True if a line announces a list of other articles or the comments of readers. */
export const opensOtherArticles = (line: string): boolean => isEither(line, (folded) => otherArticles.test(folded));
