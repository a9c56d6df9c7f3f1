import { decodeEntities } from './entities.ts';

const control = /[\p{Cc}\u2028\u2029]+/gu;
/** Invisible characters: soft hyphen, zero-width spaces, bidi marks and overrides, lone surrogates, byte order mark. */
const invisible =
  /[\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFFD]|\p{Cs}/gu;
// A joiner is what holds a family or a profession emoji together; anywhere else it is only invisible.
const strayJoiner = /(?<!\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)\u200D/gu;
// Azerbaijani keyboards in the wild type the Cyrillic schwa inside Latin words.
const cyrillicSchwa = /(?<=[\p{Script=Latin}])ә|ә(?=[\p{Script=Latin}])/gu;
const cyrillicCapitalSchwa = /(?<=[\p{Script=Latin}])Ә|Ә(?=[\p{Script=Latin}])/gu;

// UTF-8 that somebody took for Windows-1252 or Latin-1 and wrote as UTF-8 again: dashes, quotes and the ellipsis.
const misread = /â(?:€|\u0080)([\u0093\u0094\u0098\u0099\u009C\u009D\u00A6“”˜™œ¦])/gu;
const meant: Readonly<Record<string, string>> = {
  '\u0093': '–',
  '“': '–',
  '\u0094': '—',
  '”': '—',
  '\u0098': '‘',
  '˜': '‘',
  '\u0099': '’',
  '™': '’',
  '\u009C': '“',
  œ: '“',
  '\u009D': '”',
  '¦': '…',
};

/** One line of visible text: no control or invisible characters, single spaces, composed letters. */
export const toPlainText = (text: string): string =>
  text
    .replace(misread, (_, mark: string) => meant[mark]!)
    .replace(control, ' ')
    .replace(invisible, '')
    .replace(strayJoiner, '')
    .normalize('NFC')
    .replace(cyrillicSchwa, 'ə')
    .replace(cyrillicCapitalSchwa, 'Ə')
    .replace(/\s+/gu, ' ')
    .trim();

/** A headline as readers see it. Tags typed in a title are text: the renderer escapes them. */
export const toHeadline = (title: string): string => toPlainText(decodeEntities(title));
