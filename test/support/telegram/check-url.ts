/** A link in Telegram's normal form, or why Telegram does not take it as one. */
export type CheckedUrl = { readonly url: string } | { readonly fault: string };

const HOST_SIGNS = /^(?:[a-z0-9.\-_!$,~*'();&+=\u0080-\u{10FFFF}]|%[a-f0-9]{2})+$/u;
const APP_LINK = /^(tg|ton|tonsite):(?:\/\/)?(.+)$/i;

const fault = (words: string): CheckedUrl => ({ fault: words });

/**
 * Checks a link as Telegram's library does (tdlib: parse_url and check_link). A missing protocol
 * means http; a host without a dot is not a host.
 */
export const checkUrl = (link: string): CheckedUrl => {
  const app = APP_LINK.exec(link);
  if (app) return { url: `${app[1]?.toLowerCase()}://${app[2]}` };

  const protocol = /^([^:/?#@[\]]*):\/\//.exec(link);
  const scheme = protocol?.[1]?.toLowerCase() ?? 'http';
  if (scheme !== 'http' && scheme !== 'https') return fault('Unsupported URL protocol');

  const rest = link.slice(protocol?.[0].length ?? 0);
  const authorityEnd = rest.search(/[/?#]/);
  const authority = authorityEnd === -1 ? rest : rest.slice(0, authorityEnd);
  const { before, port } = splitPort(authority);
  if (port === null) return fault('Wrong port number specified in the URL');

  const at = before.lastIndexOf('@');
  const user = at === -1 ? '' : `${before.slice(0, at)}@`;
  const host = before.slice(at + 1).toLowerCase();
  const wrong = findHostFault(host);
  if (wrong !== null) return fault(wrong);

  const path = normalisePath(authorityEnd === -1 ? '' : rest.slice(authorityEnd));
  return { url: `${scheme}://${user}${host}${port === 0 ? '' : `:${port}`}${path}` };
};

/** `port` is 0 when none is given and null when it is no port. */
const splitPort = (authority: string): { before: string; port: number | null } => {
  const mark = Math.max(authority.lastIndexOf(':'), authority.lastIndexOf(']'), authority.lastIndexOf('@'));
  if (mark <= 0 || authority[mark] !== ':') return { before: authority, port: 0 };
  const digits = authority.slice(mark + 1);
  const port = /^\d+$/.test(digits) ? Number(digits) : 0;
  return { before: authority.slice(0, mark), port: port > 0 && port <= 65_535 ? port : null };
};

const findHostFault = (host: string): string | null => {
  if (host === '') return 'URL host is empty';
  if (/^\[[0-9a-f:.]+\]$/.test(host)) return null;
  if (!HOST_SIGNS.test(host)) return 'Wrong URL host';
  return host.includes('.') && host !== '.' ? null : 'Wrong HTTP URL';
};

const normalisePath = (path: string): string => {
  const kept = path.replace(/[ \t\r\n\v]+$/, '');
  const rooted = kept.startsWith('/') ? kept : `/${kept}`;
  return [...rooted].map((sign) => (sign <= ' ' ? encodeURIComponent(sign) : sign)).join('');
};
