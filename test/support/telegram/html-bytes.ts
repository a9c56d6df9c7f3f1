/** The bytes of a marked-up text. Reading past the end gives 0, which counts as a space. */
export interface Bytes {
  readonly size: number;
  at(index: number): number;
  text(from: number, to: number): string;
}

export const toBytes = (text: string): Bytes => {
  const buffer = Buffer.from(text);
  return {
    size: buffer.length,
    at: (index) => buffer[index] ?? 0,
    text: (from, to) => buffer.toString('utf8', from, to),
  };
};

export const code = (sign: string): number => sign.charCodeAt(0);

const SPACES = new Set([' ', '\t', '\r', '\n', '\0', '\v'].map(code));

export const isSpace = (byte: number): boolean => SPACES.has(byte);

/** The first index from `from` whose byte is in `stops`, a space or the end. */
export const skipUntil = (bytes: Bytes, from: number, stops: string): number => {
  const ends = new Set([...stops].map(code));
  let index = from;
  while (!isSpace(bytes.at(index)) && !ends.has(bytes.at(index))) index += 1;
  return index;
};

export const skipSpaces = (bytes: Bytes, from: number): number => {
  let index = from;
  while (index < bytes.size && isSpace(bytes.at(index))) index += 1;
  return index;
};

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const REFERENCE = /^&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([a-zA-Z]*))(;?)/;
const LONGEST_NUMBER = 10;
const LAST_CODE_POINT = 0x10ffff;

export interface Reference {
  /** May hold half of a surrogate pair, which is an error that is told only at the end. */
  readonly text: string;
  readonly next: number;
}

/** The character reference that begins at the `&` at `from`; null when it stays as it is written. */
export const readReference = (bytes: Bytes, from: number): Reference | null => {
  const found = REFERENCE.exec(bytes.text(from, Math.min(from + 40, bytes.size)));
  if (!found) return null;
  const [all, hex, decimal, name, semicolon] = found;
  const next = from + all.length;
  if (name !== undefined) {
    const text = NAMED[name];
    return text === undefined ? null : { text, next };
  }
  const value = hex === undefined ? Number(decimal || 0) : Number.parseInt(hex || '0', 16);
  const length = all.length - (semicolon ?? '').length;
  if (value === 0 || value >= LAST_CODE_POINT || length >= LONGEST_NUMBER) return null;
  return { text: String.fromCodePoint(value), next };
};
