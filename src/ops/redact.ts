const hidden = '[redacted]';

/** Shorter ones would shred every text, and protect nothing. */
const minSecretLength = 4;

export type Mask = (text: string) => string;

/** Masks these secrets in any spelling a log or an error may use, Telegram bot tokens, and passwords in URLs. */
export const createMask = (secrets: readonly string[]): Mask => {
  const spellings = secrets.filter((secret) => secret.length >= minSecretLength).flatMap(spell);
  // The longest first: a secret that begins with another must not leave its rest behind.
  const sorted = [...new Set(spellings)].sort((left, right) => right.length - left.length);
  const known = sorted.length ? new RegExp(sorted.map(escapePattern).join('|'), 'g') : null;
  return (text) =>
    (known ? text.replace(known, hidden) : text)
      .replace(botToken, (token) => (token.startsWith('bot') ? `bot${hidden}` : hidden))
      .replace(urlPassword, `$1${hidden}@`);
};

export const redact = (text: string, secrets: readonly string[]): string => createMask(secrets)(text);

/** In addresses of the Bot API, and alone in its usual length. No word boundary: in JSON, an `\n` may stand before it. */
const botToken = /bot\d+(?::|%3A)[\w-]+|\d{6,16}:[\w-]{30,}/gi;

/** Of redis:// and its relatives, and of a proxy's or a feed's address. */
const urlPassword = /((?:rediss?|sentinel|https?|socks5?):\/\/[^\s:/@"]{0,256}:)[^\s/"]{1,1024}@/gi;

const spell = (secret: string): readonly string[] => [secret, encodeURIComponent(secret), quoteInside(secret)];

/** As it stands inside a JSON string. */
const quoteInside = (text: string): string => JSON.stringify(text).slice(1, -1);

const escapePattern = (text: string): string => text.replace(/[$()*+./?[\\\]^{|}-]/g, '\\$&');

const secretKey = /authorization|cookie|token|secret|password|api[-_]?key/i;

/** One line of JSON with every secret masked, and still JSON. */
export const maskLine = (line: string, mask: Mask): string => {
  if (!secretKey.test(line) && mask(line) === line) return line;
  try {
    return `${JSON.stringify(maskValue(JSON.parse(line), mask))}\n`;
  } catch {
    return mask(line);
  }
};

/** Inside strings and keys only, so that a number that looks like a password does not break the line. */
const maskValue = (value: unknown, mask: Mask): unknown => {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((item) => maskValue(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [mask(key), hides(key, inner) ? hidden : maskValue(inner, mask)]),
  );
};

const hides = (key: string, value: unknown): boolean =>
  secretKey.test(key) && value !== null && typeof value !== 'boolean';
