import { isDateLine } from './dates.ts';
import { isFinished } from './sentences.ts';
import { wordsOf } from './words.ts';

/** Openings that no sentence of an article has: calls to follow, share and write in, other articles, rights, signatures. */
const calls: readonly string[] = [
  // ru
  'след(?:ите|и) за (?:нами|наш|новост|событ)',
  'подпи(?:шит|сывайт)есь',
  'подписаться на',
  'присоединяйтесь',
  'поделит(?:ь|е)с',
  'свяжитесь с нами',
  'обратная связь',
  'читайте (?:нас|также|ещё|еще|далее|полностью|подробнее)',
  'читай(?:те)?:',
  'читай(?:те)? также',
  'чита(?:ть|й) (?:далее|полностью|подробнее)',
  'смотрите также',
  'другие новости',
  'больше новостей',
  '(?:похожие|другие) (?:новости|материалы|статьи)',
  '(?:материалы|новости|ещё|еще) по теме',
  'наш (?:канал|telegram|телеграм|whatsapp)',
  'сообщить об ошибке',
  'нашли ошибку',
  'если вы (?:заметили|нашли|обнаружили) (?:ошибку|опечатку)',
  'версия для печати',
  'отправить (?:другу|ссылку)',
  'добавить (?:комментарий|в (?:избранное|закладки))',
  'оставить комментарий',
  'обсудить (?:на форуме|в соц)',
  'на правах рекламы',
  'хотите быть в курсе',
  'фото(?:графии?|графия)?\\s*[:©/(]',
  'фото (?:с сайта|из архива|предоставлен)',
  '(?:видео|источник|текст|редактор)\\s*:',
  'автор(?: текста| статьи| фото)?\\s*:',
  'все права',
  'при (?:использовании|цитировании|перепечатке|копировании) (?:любых |этих |наших )?(?:материал|текст|информац|стат)',
  'использование (?:любых |наших )?материалов',
  'разрешается (?:свободное )?использование',
  'перепечатка',
  'мнение (?:редакции|автора)',
  'ответственность за (?:содержание|достоверность)',
  '(?:сайт|мы) использу(?:ет|ем) (?:cookie|куки|файлы)',
  'информация об ограничениях',
  'свидетельство о регистрации',
  'служба технической поддержки',
  // az, tr
  'bizi (?:[^.!?]{0,30} )?(?:izləyin|takip ed)',
  'izləyin',
  'abunə ol',
  'paylaş(?:ın|maq)?(?!\\p{L})',
  'bizimlə əlaqə',
  'xəbərlərimizi',
  '(?:whatsapp|telegram) kanalımı',
  'kanalımıza',
  'həmçinin oxu',
  'bunu da oku?',
  '(?:oxşar|digər) xəbərlər',
  'foto\\s*[:©/(]',
  '(?:müəllif|mənbə|video)(?:i|si)?\\s*:',
  'bütün hüquq',
  'materiallardan istifadə',
  'saytda (?:yerləşdirilən|dərc olunan) ',
  'takip ed(?:in|ebilirsiniz)',
  'abone ol',
  'bize ulaşın',
  'haberlerimizi',
  'ayrıca oku',
  '(?:ilgili|diğer|benzer) haberler',
  'fotoğraf\\s*:',
  '(?:kaynak|yazar|muhabir|editör)\\s*:',
  'tüm hakları',
  '(?:bu site(?:de)?|sitemizde) çerez',
  // en
  'follow (?:us|our|me|@|\\p{L}+ on )',
  'subscribe (?:to|now|today|here)',
  'sign up (?:for|to|here|now)',
  'share (?:this|on|via)',
  'join (?:us|our)',
  'contact us',
  '(?:click|tap) here',
  'like us',
  'get (?:the latest|our|breaking)',
  'download (?:our|the app)',
  'support our',
  'already a (?:member|subscriber)',
  'to (?:read|view|continue)[^.]* (?:subscri|log ?in|sign)',
  'have a (?:tip|story)',
  'please see (?:my|our) disclosure',
  'all opinions (?:are|expressed)',
  'this (?:post|shop|article|page) (?:has been|is|was) (?:compensated|sponsored)',
  '(?:print|email) this',
  'watch (?:live|now|below|the video)',
  'scroll (?:down|to)',
  'this (?:video|content|page|browser) (?:is not|cannot|can.t|requires)',
  'please enable',
  'your browser',
  'read (?:more|also|next|the full)',
  'see also',
  'related(?::| (?:stories|articles|news|topics|content|links))',
  'more (?:on this|from|stories)(?:\\P{L}|$)',
  'you may (?:also )?like',
  'also (?:read|see)',
  'don.t miss',
  '(?:watch|listen|tags?|topics?|photos?|source|video|picture)\\s*:',
  'photo(?:graph)?s? (?:by|credit|courtesy)',
  'images? (?:credit|source|courtesy)',
  'all rights',
  'this (?:site|website) uses',
  'we use cookies',
  'by (?:using|continuing|clicking) (?:this|to|on|our)',
  'terms (?:of (?:use|service)|and conditions)',
  'privacy policy',
  '(?:reporting|editing|writing) by',
  'reuse (?:this|our)',
  'this (?:article|story) (?:was|is|has been)? ?(?:first|originally|published|updated|also)',
  '(?:published|posted|updated?|last (?:updated|modified))(?: (?:on|at|by|in))?\\s*:?\\s*(?:\\p{L}+\\.?,?\\s+)?\\d',
  // de, pl
  'mehr (?:zum thema|dazu)',
  'lesen sie (?:auch|mehr|hier)',
  'alle rechte',
  '(?:quelle|bild)\\s*:',
  '(?:czytaj|zobacz) (?:też|także|więcej|również)',
  'przeczytaj także',
  '(?:zdjęcie|źródło|autor)\\s*:',
  'fot\\.',
];
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
  /^(?:By|Von|Автор|Müəllif)\s+\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]+){0,3}\s*(?:$|\||,\s*\p{Lu}[\p{L}\s]{2,40}$)/u;
/** Words that no sentence of an article holds, wherever they stand. */
const anywhere =
  /©|copyright \d{4}|all rights reserved|все права защищены|ctrl\s*\+\s*(?:enter|insert)|(?:наш\p{L}*|нас в|подпис\p{L}+ на) (?:telegram|whatsapp|телеграм|ватсап)|(?:whatsapp|telegram) kanalım|on our (?:whatsapp|telegram)|our whatsapp|cookie policy|enable javascript|использовани\p{L} (?:наших |этих |любых )?материалов|гиперссылка (?:на|обязат)|перепечатыва(?:йте|ть)|использу\p{L}+ наши (?:тексты|материалы|статьи)|загружается, подождите/iu;
const otherArticles =
  /^[\s>»*•·|→+-]*(?:читайте|смотрите также|(?:ещё |еще )?по теме|другие новости|похожие|материалы по теме|новости по теме|популярн|последние новости|комментарии|oxşar xəbər|digər xəbər|həmçinin oxu|bunu da ok?u|son xəbər|ən çox oxunan|şərhlər|ilgili haber|diğer haber|benzer haber|yorumlar|related|see also|read (?:more|also|next)|more (?:on|from|stories)|you may (?:also )?like|recommended|most (?:read|popular)|comments|mehr zum thema|zobacz też)[^.!?…]{0,60}$/iu;

const isLabel = (line: string): boolean =>
  label.test(line) && (!isFinished(line) || wordsOf(line).length <= maxLabelWords);

// Case folding knows no pair of i and the dotted capital of Azerbaijani and Turkish.
const foldDotted = (line: string): string => line.replaceAll('İ', 'i');

/** True if a line stands around the article: a call, a credit, a counter, rights, a way to other articles. */
export const isNoise = (line: string): boolean => {
  const folded = foldDotted(line);
  return call.test(folded) || anywhere.test(folded) || isLabel(folded) || byline.test(line) || isDateLine(line);
};

/** True if a line announces a list of other articles or the comments of readers. */
export const opensOtherArticles = (line: string): boolean => otherArticles.test(foldDotted(line));
