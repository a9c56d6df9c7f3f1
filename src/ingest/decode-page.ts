import iconv from 'iconv-lite';

const metaCharset = /<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{1,40})/i;
/** Within so many bytes, says the HTML standard (1024), a page has to declare its charset; real ones are later. */
const declaredWithin = 8_192;

/** The text of a page: by its byte order mark, else by the header's charset, else by the page's own declaration. */
export const decodePage = (bytes: Uint8Array, contentType: string): string => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = charsetOfMark(file);
  if (marked) return iconv.decode(file, marked);
  const declared = /charset\s*=\s*["']?\s*([\w-]{1,40})/i.exec(contentType)?.[1];
  const own = ownCharset(file);
  const charset = knownCharset(declared) ?? own ?? 'utf-8';
  const text = iconv.decode(file, charset);
  if (charset !== 'utf-8' || !isMostlyBroken(text)) return text;
  // A server's default header often says UTF-8 over old pages; those of our readers are in windows-1251.
  return iconv.decode(file, own !== null && own !== 'utf-8' ? own : 'windows-1251');
};

const charsetOfMark = (file: Buffer): string | null => {
  if (file.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return 'utf-8';
  if (file.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))) return 'utf-16le';
  return file.subarray(0, 2).equals(Buffer.from([0xfe, 0xff])) ? 'utf-16be' : null;
};

const ownCharset = (file: Buffer): string | null => {
  const charset = knownCharset(metaCharset.exec(file.toString('latin1', 0, declaredWithin))?.[1]);
  // It was read as ASCII, so whatever it says it cannot be UTF-16.
  return charset?.startsWith('utf-16') ? 'utf-8' : charset;
};

/** By the Encoding standard, Latin-1 and ASCII are names of windows-1252. */
const knownCharset = (name: string | undefined): string | null => {
  const charset = (name ?? '').toLowerCase().replace(/^utf8$/, 'utf-8');
  if (/^(iso-?8859-1|latin-?1|(us-)?ascii)$/.test(charset)) return 'windows-1252';
  return charset !== '' && iconv.encodingExists(charset) ? charset : null;
};

/** One slip in a page that is UTF-8 otherwise must not spoil the rest of it. */
const isMostlyBroken = (text: string): boolean => {
  const broken = text.split('\uFFFD').length - 1;
  return broken > 0 && broken * 2 > (text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0);
};
