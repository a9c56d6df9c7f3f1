import { agencyPattern } from './agencies.ts';
import { mendQuotes } from './mend-quotes.ts';
import { isFinished } from './sentences.ts';
import { wireNote } from './wire-note.ts';

// A full stop glued to the next sentence by an editor: "...сказал он.Позднее".
const glued = /(?<=\p{Ll}{3}[.!?]["»”]?)(?!(?:Ру|Ua|Az|Ru|Eu|Tr)\s)(?=\p{Lu}\p{Ll}{2,}\s|\p{Lu}\p{Ll}?\s\p{Ll})/gu;
/** "AGENCY XƏBƏR VERİR: ...". */
const announcement = /^\p{L}+ (?:XƏBƏR VERİR|xəbər verir):\s+/u;
const abstract = /^(?:Summary|Abstract|In brief|Кратко|Коротко|Аннотация|Xülasə|Özet)\s*:\s+(?=["“«]?\p{Lu})/u;
/** The end of a cell in a table. */
const cellEnd = /\s*\|+\s*$/u;
/** "... done.AGENCY", as aggregators glue it. */
const gluedAgency = new RegExp(`(?<=[.!?])(?:${agencyPattern})$`, 'u');
/** "Photo: Some Site. ...": a picture's credit on the line of the lead. */
const creditAhead =
  /^(?:Фото|Foto|Photo|Fotoğraf)(?:\s*[:©]| с сайта)\s*(?:[^.!?]|\.(?=\S)){2,60}?(?:\.\s+|\s[-–—]\s+)(?=["«“]?\p{Lu}.{60})/u;
/** When a template says that a text was published. */
const timestamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?\s+/u;

/** What players and buttons leave in the text of a page, with no mark to tell them from the sentence after. */
const widgets =
  /media playback is (?:un|not )supported on your (?:device|browser)|click to share on \p{L}+ \(opens in (?:a )?new window\)|\(opens in (?:a )?new window\)|get (?:\p{L}+ )?updates directly to your inbox|\+ subscribe|thank you for subscribing!?|could not subscribe, try again later|invalid email|skip ad(?: ad)? loading\.{3}|\bx (?:embed|share)\b|scroll down for video|читать (?:далее|полностью)|подробнее\s*(?:»|>+|→)/giu;
const brackets =
  /\((?:фото|видео|аудио|photos?|videos?|foto|fotolar|video)(?:\s*[,+/]\s*(?:фото|видео|photos?|videos?|foto|video))*\)/giu;
/** "(здесь и далее перевод Сайта.ру)". */
const translator = /\s\((?:здесь и далее )?(?:перевод|пер\.) (?:[^().]|\.(?=\S)){2,40}\)/giu;
/** Where in a picture somebody stands; without it the sentence is as good a lead as any. */
const places =
  /\s\((?:на (?:фото|снимке)(?: [^()]{0,40})?|pictured(?: \p{L}+){0,2}|(?:слева|справа|в центре|(?:far )?left|(?:far )?right|cent(?:er|re)|soldan|sağdan|solda|sağda|ortada)(?:\s?[,:–—][^()]{0,40})?)\)/giu;
/** After the last sentence, or after a dash, they say what else the page has: "... done. VIDEO", "... done – FOTO". */
const trailingLabel =
  /(?:(?<=[.!?…]["»”]?)\s+|\s+[-–—]\s+)(?:(?:ВИДЕО|ФОТО|VİDEO|VIDEO|FOTO(?:LAR|ĞRAF)?|PHOTOS?)(?:\s*[,+/|]\s*)?)+$/u;
/** "Fans cheered. (Name/Agency) The club ...": a picture's, glued to the lead. */
const paper = '(?:The )?\\p{Lu}[\\p{L} ]{1,30} (?:Post|Times|Herald|Journal|Globe|Tribune|News|Gazette|Star|Mail)';
const gluedCaption = new RegExp(
  `^(?:[^()]{10,300}[.!?]["”»]?\\s*\\((?:[^()]{0,60}/\\s*)?(?:Pool via |via )?(?:The )?(?:${agencyPattern}|Getty Images|EPA|${paper})(?: Photo| Images)?\\)\\s+(?:\\(Photo: [^()]{2,60}\\)\\s+)?)+(?=["“«]?\\p{Lu})`,
  'u',
);

/** What parsers make of "R&D" and "A&M.": the name of a character that there is none of. */
const falseReference = /(?<=&\p{Lu}\p{L}{0,2}\.?);(?=[\s,.)"»”]|$)/gu;
// A counter of comments or views that a page glues to its lead: "0Сегодня ...".
const gluedCounter = /^\d{1,5}(?=[А-ЯЁ][\p{Ll}\s])/u;
// A rubric that a page glues to its lead: "Лента новостейПо данным ...".
const gluedRubric =
  /^[^.,:;!?«»"“”]{0,40}\p{Ll}{3,}(?=(?:В|Во|На|По|С|Со|Об|Из|За|Как|После|Сегодня|Вчера|The|In|On|At|An|Bu)\s\p{L})/u;
// The mark of a list that a text kept.
const bullet = /^[•▪●◦·]\s*/u;
/** "By Somebody: ...": who wrote it, glued to the lead. */
const author = /^By \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}:\s+(?=["“]?\p{Lu})/u;
/** "UPD: 14:20 ...": that and when a text was added to. */
const update =
  /^(?:UPD(?:ATED?)?|Updated?|Обновлено|Дополнено|Обновление|Yenilənib|Güncelleme)\s*[:|.–—-]\s*(?:\d{1,2}[:.]\d{2}\s*[:.–—-]?\s*)?(?=["“«„]?\p{Lu})/u;
/** Who speaks, in the transcript of a broadcast or in an interview. */
const speaker =
  /^(?:A|Answer|Ответ|Cavab|Cevap|Anchor|Reporter|Host|Narrator|Ведущ(?:ий|ая)|Корреспондент|Aparıcı|Sunucu|Muhabir)\s*:\s+(?=["“«„]?\p{Lu})/u;
/** A space before a full stop, a comma or a genitive, where something was taken away or a template left one. */
const strayed = / (?=[.,](?:\s|$))|(?<=\p{L}) (?=['’]s(?!\p{L}))/gu;
/** Neither a full stop nor an ellipsis. */
const twoDots = /(?<=[\p{L}\d)"»”])\.\.(?=\s+["«“]?\p{Lu}|$)/gu;
const beginsSentence = /^["“«„]?[\p{Lu}\d]/u;

/** What stands before a widget and is no sentence belongs to the widget. */
const dropWidgets = (line: string): string => {
  const parts = line
    .split(widgets)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.filter((part, at) => isFinished(part) || !beginsSentence.test(parts[at + 1] ?? '')).join(' ');
};

/** Before it, only labels may stand; one with a colon says what the rest is: "Photos: ...". */
const headlineWithin = 120;
/** Between words before and so short an end, with no mark, the headline is part of a sentence. */
const shortSentence = 40;
const notLabels = /[.!?…]\s|:\s*$/u;

/** One mark for another of the same length, so that places stay the same. */
const foldQuotes = (text: string): string => text.replace(/[’‘`´]/gu, "'").replace(/[«»“”„]/gu, '"');

const dropHeadline = (text: string, headline: string): string => {
  const mayHold = headline.length > 20 && text.length > headline.length;
  const at = mayHold ? foldQuotes(text).indexOf(foldQuotes(headline)) : -1;
  if (at === -1 || at > headlineWithin || notLabels.test(text.slice(0, at))) return text;
  const behind = text.slice(at + headline.length);
  // The headline is a part of the sentence.
  if (/^,\s\d/u.test(behind)) return text;
  // The title of a window: rubrics and the site follow.
  if (/^\s[|»·/—–-]\s[^.!?]*\s[|»·/—–-]\s/u.test(behind) && !isFinished(behind)) return '';
  const rest = behind.replace(/^[\s.,:;|»–—-]+/u, '');
  const isApart =
    at === 0 || /^\s*[.:;|»–—-]/u.test(behind) || (/^[^.!?…]*/u.exec(rest)?.[0] ?? '').length >= shortSentence;
  return rest === '' || (beginsSentence.test(rest) && isApart) ? rest : text;
};

/** A block without glued sentences and captions, the leavings of widgets, and the headline at its head. */
export const tidyLine = (line: string, headline: string): string => {
  const text = mendQuotes(dropWidgets(line))
    .replace(announcement, '')
    .replace(abstract, '')
    .replace(cellEnd, '')
    .replace(bullet, '')
    .replace(creditAhead, '')
    .replace(gluedAgency, '')
    .replace(speaker, '')
    .replace(author, '')
    .replace(update, '')
    .replace(wireNote, '')
    .replace(falseReference, '')
    .replace(brackets, ' ')
    .replace(places, '')
    .replace(translator, '')
    .replace(trailingLabel, '')
    .replace(gluedCounter, '')
    .replace(gluedRubric, '')
    .replace(gluedCaption, '')
    .replace(glued, ' ')
    .replace(/\s+/gu, ' ')
    .replace(strayed, '')
    .replace(twoDots, '.')
    .trim();
  return dropHeadline(text, headline).replace(timestamp, '');
};
