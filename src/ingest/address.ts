import normalizeUrl from 'normalize-url';

/** Parameters that say where a reader came from, not what he reads. */
const tracking = [/^utm_/i, /clid$/i, /^mc_/i, 'from', 'ref', 'igshid', '_ga'];

/** One spelling for all addresses of the same article. A key to compare by, never shown to anybody. */
export const canonicalAddress = (url: string): string => {
  try {
    return normalizeUrl(url, {
      forceHttps: true,
      // Some sites keep the article's address behind the hash: `#/news/1009`, `#!news`.
      stripHash: !/#[!/]/.test(url),
      removeQueryParameters: tracking,
    });
  } catch {
    return url;
  }
};
