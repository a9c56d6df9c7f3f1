import type { Message } from '../../article/post.ts';
import type { Search } from '../../deliver/channel.ts';
import { nameMessage } from './message-id.ts';
import type { Row, RowsRead } from './messages.ts';

export type Found =
  | { readonly kind: 'found'; readonly serverId: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'cannot-tell'; readonly cause: string };

/** Seconds by which the clocks of WhatsApp and of this house may differ. */
const clockSkew = 120;

/** How many of the newest posts are looked at. */
export const readBack = 50;

/** The post among the newest of its channel: by the id that we gave it, else by what it says. */
export const findPost = (channel: string, { text }: Message, search: Search, { rows, whole }: RowsRead): Found => {
  const accepted = rows.filter((row) => row.serverId !== null && !row.removed).sort(byServerId);
  const { floor } = search;
  const names = new Set((search.attempts ?? []).map((attempt) => nameMessage(channel, attempt)));
  const unknown = accepted.filter(({ serverId }) => !search.known.includes(serverId ?? ''));
  const later = unknown.filter((row) => floor === null || numberOf(row) > Number(floor));

  const named = later.find(({ id }) => names.has(id));
  if (named) return found(named);
  const alike = later.find(
    (row) => row.mine && row.at >= search.since / 1_000 - clockSkew && tidy(row.text) === tidy(text),
  );
  if (alike) return found(alike);
  return judgeAbsence(accepted, search, whole);
};

/** That it is not among the rows says something only if they go back far enough, and the channel can be read at all. */
const judgeAbsence = (accepted: readonly Row[], { floor, since }: Search, whole: boolean): Found => {
  const [oldest] = accepted;
  if (floor !== null && !oldest) return { kind: 'cannot-tell', cause: 'WhatsApp shows no post of this channel' };
  const goesBack =
    (oldest && (numberOf(oldest) <= Number(floor ?? 0) || oldest.at < since / 1_000 - clockSkew)) ?? true;
  if (whole || goesBack) return { kind: 'absent' };
  return { kind: 'cannot-tell', cause: `more than ${readBack} posts have appeared since` };
};

const numberOf = ({ serverId }: Row): number => Number(serverId);
const byServerId = (one: Row, other: Row): number => numberOf(one) - numberOf(other);
const found = (row: Row): Found => ({ kind: 'found', serverId: row.serverId ?? '' });

/** WhatsApp trims, and nothing that only differs in spaces is another post. */
const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
