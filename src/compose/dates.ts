const monthNames =
  'янв(?:ар[яьею]*)?|фев(?:рал[яьею]*)?|мар(?:та?|те)?|апр(?:ел[яьею]*)?|ма[йяюе]|июн[яьею]?|июл[яьею]?|авг(?:уста?|усте)?|сен(?:т(?:ябр[яьею]*)?)?|окт(?:ябр[яьею]*)?|ноя(?:б(?:р[яьею]*)?)?|дек(?:абр[яьею]*)?|' +
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|' +
  'yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr|' +
  'ocak|şubat|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|' +
  'januar|februar|märz|mai|juni|juli|oktober|dezember|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia';
const dayNames =
  'понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|' +
  'bazar ertəsi|çərşənbə axşamı|çərşənbə|cümə axşamı|cümə|şənbə|bazar|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|' +
  'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela';

const eitherCase = monthNames.replace(/(?<=^|\|)\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);

/** Source of a pattern for the name of a month, capitalised or not, in any of the languages of a newsroom here. */
export const month = `(?:${eitherCase})\\.?(?![\\p{L}\\p{N}])`;

const dateWords = new RegExp(`(?<![\\p{L}\\p{N}])(?:${monthNames}|${dayNames})(?![\\p{L}\\p{N}])`, 'giu');
const counterWords =
  /(?<![\p{L}\p{N}])(?:просмотр(?:ов|а|ы)?|последнее обновление|время публикации|публикация|комментари(?:ев|й|я|и)|прочитано|опубликовано|обновлено|добавлено|дата|время|сегодня|вчера|версия|для|печати|размер|шрифта|мск|в|гг?|года|раз|baxış(?: sayı)?|baxıb|oxunub|tarix|dərc|edilib|yenilənib|şərh|bu gün|dünən|il|görüntülenme|okunma|yorum|yayınlanma|güncelle(?:n)?me|tarihi|saat|views?|comments?|published|updated|last|posted|modified|on|at|of|am|pm|a\.m|p\.m|[ecmpg][sdm]?t|utc|gmt|first|min|mins|minutes?|hours?|days?|read|ago|today|yesterday|print|uhr|stand|des|artikels|aktualisiert|erstellt|veröffentlicht|am|um|vom|dodano|aktualizacja|opublikowano|godz|st|nd|rd|th|th|r)(?![\p{L}\p{N}])/giu;
const digits = /\d/;

/** True if a line is a date, a time or a counter and, beside that, not more than two words (a rubric, an author). */
export const isDateLine = (line: string): boolean => {
  if (line.length > 120 || !digits.test(line)) return false;
  const rest = line
    .replace(dateWords, ' ')
    .replace(counterWords, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  const left = rest === '' ? 0 : rest.split(' ').length;
  return left === 0 || (left <= 2 && !/[.!?…]$/u.test(line) && hasClockOrDate(line));
};

const clock = /(?<!\d)\d{1,2}[:.]\d{2}(?!\d)|(?<!\d)\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?!\d)/;
const dayAndMonth = new RegExp(`(?<!\\p{N})\\d{1,2}\\.?\\s+${month}|(?<!\\p{L})${month}\\s+\\d{1,2}(?!\\p{N})`, 'u');

/** True if a clock time, a date in figures or a day of a month stands in a line. */
export const hasClockOrDate = (line: string): boolean => clock.test(line) || dayAndMonth.test(line);
