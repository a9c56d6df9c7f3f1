import { type BlockList, isIP } from 'node:net';
import { createRanges, normalizeAddress, rangesContain } from './public-address.ts';

/** What `fetch.allow` of the configuration opens: a host whatever its address is, an address whatever its name is. */
export interface AllowList {
  /** `host` as URL.hostname gives it, without brackets. */
  readonly allowsHost: (host: string, port: number) => boolean;
  readonly allowsAddress: (address: string, port: number) => boolean;
}

interface Entry {
  readonly host: string;
  /** Null: a name. */
  readonly ranges: BlockList | null;
  /** Null: every port. */
  readonly port: number | null;
}

/** Entries are `host`, `host:port` (IPv6 in brackets) or a CIDR; throws on any other. */
export const createAllowList = (texts: readonly string[]): AllowList => {
  const entries = texts.map(readEntry);
  const opened = (port: number): Entry[] => entries.filter((entry) => entry.port === null || entry.port === port);
  return {
    allowsHost: (host, port) => opened(port).some((entry) => entry.ranges === null && entry.host === host),
    allowsAddress: (address, port) => {
      const plain = normalizeAddress(address);
      return plain !== null && opened(port).some(({ ranges }) => ranges !== null && rangesContain(ranges, plain));
    },
  };
};

const cidr = /^[\da-f.:]+\/\d+$/i;
const hostAndPort = /^(?<host>\[[\da-f.:]+\]|[\p{L}\p{N}._-]+)(?::(?<port>\d+))?$/iu;

const readEntry = (text: string): Entry => {
  try {
    if (cidr.test(text)) return { host: text, ranges: createRanges([text]), port: null };
    const { host, port } = hostAndPort.exec(isIP(text) === 6 ? `[${text}]` : text)?.groups ?? {};
    const name = new URL(`http://${host ?? ''}:${port ?? 80}`).hostname.replace(/^\[|\]$/g, '');
    const address = normalizeAddress(name);
    return {
      host: name,
      ranges: address === null ? null : createRanges([`${address}/${isIP(address) === 4 ? 32 : 128}`]),
      port: port === undefined ? null : Number(port),
    };
  } catch {
    throw new Error(`fetch.allow holds "${text}"; write a host, host:port, or a CIDR such as 10.1.0.0/16`);
  }
};
