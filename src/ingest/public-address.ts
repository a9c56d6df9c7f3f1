import { BlockList, isIPv4, isIPv6 } from 'node:net';

// The special-purpose registries of IANA (RFC 6890 and its updates), and the one cloud metadata address outside them.
const reservedV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
const globalV6 = ['2000::/3'];
/** Teredo and other protocol addresses, documentation, 6to4: they lead elsewhere than they say. */
const reservedV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
const mappedV6 = ['::ffff:0:0/96'];
/** The well-known prefix of RFC 6052; the address of an IPv4 host stands in its last 32 bits. */
const nat64V6 = ['64:ff9b::/96'];

/** Address ranges in CIDR notation; throws on anything else. */
export const createRanges = (cidrs: readonly string[]): BlockList => {
  const ranges = new BlockList();
  for (const cidr of cidrs) {
    const [network = '', prefix = ''] = cidr.split('/');
    ranges.addSubnet(network, Number(prefix), isIPv6(network) ? 'ipv6' : 'ipv4');
  }
  return ranges;
};

export const rangesContain = (ranges: BlockList, address: string): boolean =>
  ranges.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

const refusedV4 = createRanges(reservedV4);
const allowedV6 = createRanges(globalV6);
const refusedV6 = createRanges(reservedV6);
const mapped = createRanges(mappedV6);
const nat64 = createRanges(nat64V6);

/** One spelling for each address: IPv4 in IPv6 clothes is IPv4. Null if the text is no address. */
export const normalizeAddress = (text: string): string | null => {
  if (isIPv4(text)) return text;
  // A zone (`fe80::1%eth0`) is no URL host and only ever stands on a link-local address.
  if (!isIPv6(text) || !URL.canParse(`http://[${text}]/`)) return null;
  const address = new URL(`http://[${text}]/`).hostname.slice(1, -1);
  return mapped.check(address, 'ipv6') ? lastBitsAsV4(address) : address;
};

/** Whether an address is a host of the public internet. */
export const isPublicAddress = (text: string): boolean => {
  const address = normalizeAddress(text);
  if (address === null) return false;
  if (isIPv4(address)) return !refusedV4.check(address, 'ipv4');
  if (nat64.check(address, 'ipv6')) return isPublicAddress(lastBitsAsV4(address));
  return allowedV6.check(address, 'ipv6') && !refusedV6.check(address, 'ipv6');
};

/** Of a compressed IPv6 address, as `URL` writes it. */
const lastBitsAsV4 = (address: string): string =>
  address
    .split(':')
    .slice(-2)
    .map((group) => Number.parseInt(group || '0', 16))
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.');
