import { createHash } from 'node:crypto';

/**
 * The id that a message of this attempt has, chosen by us so that it can be found again: attempts are unique on a
 * channel. WhatsApp Web's own ids are `3EB0` and 18 hexadecimal digits.
 */
export const nameMessage = (channel: string, attempt: string): string =>
  `3EB0${createHash('sha256').update(`${channel}:${attempt}`).digest('hex').slice(0, 18).toUpperCase()}`;
