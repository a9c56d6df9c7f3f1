import type { Utm } from '../../article/wording.ts';

/**
 * The address with the UTM parameters that it does not have yet, behind its query and before its fragment. The rest of it
 * stays letter for letter: sites tell addresses apart that a URL library takes for the same.
 */
export const tagLink = (address: string, { source, medium, campaign }: Utm): string => {
  const [, page, query, fragment = ''] = /^([^?#]+)(\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
  if (page === undefined) return address;
  const known = new Set([...new URLSearchParams(query).keys()].map((name) => name.toLowerCase()));
  const added = Object.entries({ utm_source: source, utm_medium: medium, utm_campaign: campaign })
    .filter(([name, value]) => value !== null && !known.has(name))
    .map(([name, value]) => `${name}=${encodeValue(value ?? '')}`)
    .join('&');
  return added === '' ? address : page + openQuery(query) + added + fragment;
};

const openQuery = (query: string | undefined): string => {
  if (query === undefined) return '?';
  return /[?&]$/.test(query) ? query : `${query}&`;
};

/** Also what is markup in a messenger. */
const encodeValue = (value: string): string =>
  encodeURIComponent(value).replace(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
