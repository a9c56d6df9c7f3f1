import type { Builds } from './builds.ts';
import { type Channels, type StoredChannel, showCard, showRow } from './channels.ts';
import type { Page, Pages } from './pages.ts';
import type { Phone } from './phone.ts';
import type { SeenPicture, SocketState } from './port.ts';
import type { Row, Session } from './wire.ts';

/** Everything that is true, whatever the pages believe. */
export interface World {
  readonly builds: Builds;
  readonly channels: Channels;
  readonly pages: Pages;
  readonly phone: Phone;
  /** By the handle that a send names. */
  readonly uploads: Map<string, SeenPicture>;
  readonly localRows: LocalRows;
  readonly historyPage: number;
  /** Of pages that are opened from now on. */
  state: SocketState;
}

/**
 * What a device stored before the server was asked. The stand-in keeps it for the browser, so that not even a kill
 * loses it: the worst case for whoever reads the history afterwards.
 */
export interface LocalRows {
  /** A row that has its server id is no longer local. */
  keep(device: string, channel: string, row: Row): void;
  of(device: string, channel: string): readonly Row[];
}

export const createLocalRows = (kept: boolean): LocalRows => {
  const rows = new Map<string, Row>();
  const keyOf = (device: string, channel: string, id: string): string => `${device} ${channel} ${id}`;
  return {
    keep: (device, channel, row) => {
      const key = keyOf(device, channel, row.id);
      if (row.serverId !== null) rows.delete(key);
      else if (kept) rows.set(key, row);
    },
    of: (device, channel) =>
      [...rows].filter(([key]) => key.startsWith(keyOf(device, channel, ''))).map(([, row]) => row),
  };
};

/** A page begins with the newest post of every channel, and with whatever its device stored itself. */
export const createSession = (
  device: string,
  { build }: Page,
  { builds, channels, localRows, state }: Pick<World, 'builds' | 'channels' | 'localRows' | 'state'>,
): Session => {
  const rowsOf = (channel: StoredChannel): readonly Row[] => {
    const newest = [...channel.posts.values()].slice(-1).map(showRow);
    const local = localRows.of(device, channel.id).filter(({ id }) => newest.every((row) => row.id !== id));
    return [...newest, ...local];
  };
  const known = channels.all().filter(({ role }) => role !== 'guest');
  return {
    device,
    state: builds.stateOf(build) ?? state,
    channels: known.map((channel) => ({ card: showCard(channel), rows: rowsOf(channel) })),
  };
};
