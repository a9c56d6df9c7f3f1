import { isIP } from 'node:net';
import { z } from 'zod';

const unitMs = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** `30m`, `48h`, `7d` -> milliseconds. */
export const parseDuration = (text: string): number =>
  Number.parseInt(text, 10) * unitMs[text.slice(-1) as keyof typeof unitMs];

/** `"23:00-07:00"` -> minutes after midnight. */
export const parseHours = (text: string): { readonly from: number; readonly to: number } => {
  const [from = '', to = ''] = text.split('-');
  return { from: minutesOf(from), to: minutesOf(to) };
};

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
};

const isWebAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && !username && !password;
};

const isPlainAddress = (text: string): boolean => isWebAddress(text) && !/[?#]/.test(text);

const isAllowed = (entry: string): boolean => {
  if (isIP(entry)) return true;
  const [address = '', bits, ...rest] = entry.split('/');
  if (bits !== undefined)
    return (
      isIP(address) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128) && !rest.length
    );
  return /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i.test(entry) && URL.canParse(`http://${entry}/`);
};

export const words = z.string().trim().min(1);
export const wordList = z.array(words).min(1);
const whole = 'expected a whole number, 0 or more';
export const count = z.int({ error: whole }).min(0, { error: whole });
/** At most a week: no timer of Node's overflows, and a longer one is a slip of the pen. */
export const seconds = z.number().min(0).max(604_800);
export const timeout = z.number().min(1).max(3_600);

export const webAddress = z.string().refine(isWebAddress, { error: 'expected an http:// or https:// address' });

export const plainAddress = z
  .string()
  .refine(isPlainAddress, { error: 'expected an http:// or https:// address without "?" and "#"' });

export const apiRoot = plainAddress
  // Without the slash, telegraf drops the last part of the path.
  .transform((text) => (text.endsWith('/') ? text : `${text}/`));

export const timeZone = z.string().refine(isTimeZone, { error: 'expected an IANA time zone such as Asia/Baku' });

export const duration = z
  .string({ error: 'expected a duration such as 30m, 48h or 7d' })
  .regex(/^[1-9]\d{0,6}[smhd]$/, { error: 'expected a duration such as 30m, 48h or 7d' })
  .refine((text) => parseDuration(text) <= 30 * unitMs.d, { error: 'expected at most 30d' });

const hours = 'expected "HH:MM-HH:MM" with two different times, such as "23:00-07:00"';
export const quietHours = z
  .string({ error: hours })
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, { error: hours })
  .refine((text) => text.slice(0, 5) !== text.slice(6), { error: hours });

export const language = z
  .string()
  .regex(/^[a-z]{2,3}$/, { error: 'expected the two or three small letters of a language, such as ru or az' });

export const channelId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, {
  error: 'expected at most 64 of a-z, 0-9 and "-", the first not a "-"',
});

const chat = 'expected "@name" or a numeric id such as "-1001234567890"';
/** YAML reads an id without quotes as a number. */
export const telegramChat = z
  .union([z.string().regex(/^(@[A-Za-z]\w{1,31}|-?[1-9]\d{0,15})$/, { error: chat }), z.int()], { error: chat })
  .transform(String);

export const whatsappChannel = z
  .string()
  .regex(/^(https:\/\/(www\.)?whatsapp\.com\/channel\/[\w-]+\/?|[\w-]+@newsletter)$/, {
    error: 'expected the public link https://whatsapp.com/channel/<code>, or the id <digits>@newsletter',
  })
  .transform((text) => text.replace('//www.', '//').replace(/\/$/, ''));

export const allowEntry = z.string().refine(isAllowed, {
  error: 'expected a host, host:port or a CIDR, such as cms.internal:8000 or 10.1.0.0/16',
});
