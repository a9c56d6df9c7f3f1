import type { DriftName } from '../../support/whatsapp/drift.ts';
import type { SeenPost, WebRequest, WhatsappWeb } from '../../support/whatsapp/port.ts';
import { readMark } from '../articles.ts';
import type { Seen } from '../judge.ts';
import type { Place } from './places.ts';
import type { Pass } from './run-options.ts';

/** All that Tellal can mend; what it cannot makes the account `incompatible`. */
export const driftsOf = (pass: Pass): readonly DriftName[] =>
  pass === 'drift'
    ? [
        ...(['ready-never-fires', 'av-params-removed', 'serialized-renamed'] as const),
        ...(['wid-serialized-renamed', 'chat-find-throws', 'media-own-x-id'] as const),
      ]
    : [];

const changing: ReadonlySet<string> = new Set(['send', 'edit', 'revoke']);

/** What a request posts, edits or removes. */
export const isChange = ({ operation }: WebRequest): boolean => changing.has(operation);

/** How many posts of ours have appeared on the channels together. */
export const countAppeared = (web: WhatsappWeb, places: readonly Place[]): number =>
  places.reduce((sum, { inviteCode }) => sum + appearedOn(web, inviteCode).length, 0);

export const postsOf = (web: WhatsappWeb, { inviteCode }: Place): readonly SeenPost[] =>
  web.posts(inviteCode).filter(({ by }) => by === 'web');

export const seeChannels = (web: WhatsappWeb, places: readonly Place[]): readonly Seen[] =>
  places.map((place) => ({
    channel: place.channel,
    standing: marksOf(postsOf(web, place)),
    appeared: marksOf(appearedOn(web, place.inviteCode)),
  }));

const appearedOn = (web: WhatsappWeb, inviteCode: string) =>
  web.history(inviteCode).filter(({ kind, by }) => kind === 'posted' && by === 'web');

const marksOf = (posts: readonly { readonly text: string }[]) =>
  posts.map(({ text }) => {
    const mark = readMark(text);
    if (!mark) throw new Error(`a post that nobody wrote: ${text}`);
    return mark;
  });
