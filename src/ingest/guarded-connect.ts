import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import type { buildConnector } from 'undici';
import type { AllowList } from './allow-list.ts';
import { isPublicAddress } from './public-address.ts';

/** Gives every address of a host name; rejects if there is none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** The connection was not made, because it would have led into a private network. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

export const resolveBySystem: Resolve = async (host) =>
  (await lookup(host, { all: true, order: 'verbatim' })).map(({ address }) => address);

/** Public web servers stand on these; any other port of a host has to be allowed by name. */
const webPorts: readonly number[] = [80, 443, 8000, 8080, 8443];

/**
 * Opens connections for undici. The address is checked where it is dialled, so that neither a redirect nor a name that
 * changes its address between a check and the use can get around it.
 */
export const createGuardedConnect = (
  build: typeof buildConnector,
  allow: AllowList,
  resolve: Resolve,
  timeoutMs: number,
): buildConnector.connector => {
  const mayDial = (host: string, address: string, port: number): boolean =>
    allow.allowsHost(host, port) ||
    allow.allowsAddress(address, port) ||
    (isPublicAddress(address) && webPorts.includes(port));

  const lookUpFor =
    (port: number): LookupFunction =>
    (host, options, callback) => {
      resolve(host)
        .then((addresses) => {
          const dialled = addresses.filter((address) => mayDial(host, address, port));
          if (dialled.length === 0) throw refuse(host, port, addresses);
          return dialled.map((address) => ({ address, family: isIP(address) }));
        })
        .then(
          (found) => (options.all ? callback(null, found) : callback(null, found[0]?.address ?? '', found[0]?.family)),
          (error: Error) => callback(error, '', 0),
        );
    };

  return (options, callback) => {
    const { hostname } = options;
    const port = Number(options.port || (options.protocol === 'https:' ? 443 : 80));
    // Node dials an address without looking it up.
    if (isIP(hostname) !== 0 && !mayDial(hostname, hostname, port)) {
      callback(refuse(hostname, port, [hostname]), null);
      return;
    }
    const connect = build({
      timeout: timeoutMs,
      lookup: lookUpFor(port),
      // Node's 250 ms for each of several addresses give up a server at the other end of the world.
      autoSelectFamilyAttemptTimeout: 2_000,
    });
    connect(options, callback);
  };
};

const refuse = (host: string, port: number, addresses: readonly string[]): PrivateAddressError => {
  const shown = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
  return new PrivateAddressError(
    addresses.some(isPublicAddress)
      ? `${shown} is not a port of a web server`
      : `${shown} is inside a private network (${addresses.join(', ')})`,
  );
};
