import { PrivateAddressError } from './guarded-connect.ts';
import { TooLargeError, UnknownEncodingError } from './read-body.ts';

/** Why something could not be fetched, in words that can stand in front of an editor. */
export interface FetchFault {
  /** Worth another try later. */
  readonly retry: boolean;
  /** The site answered that there is no such page. */
  readonly gone: boolean;
  readonly reason: string;
  readonly hint: string;
}

const fault = (retry: boolean, reason: string, hint: string): FetchFault => ({ retry, gone: false, reason, hint });

const retriedStatuses: readonly number[] = [404, 408, 425, 429];

export const addressFault = fault(
  false,
  'the address is not an http(s) address without a user name',
  'give the address at which readers open it',
);
export const busyFault = fault(true, 'too many fetches wait for this host', 'wait, or send the text in the event');
export const redirectsFault = fault(false, 'the address redirects too often', 'give the address where it ends');

export const faultOfStatus = (status: number): FetchFault => {
  const gone = status === 404 || status === 410;
  const hint = gone
    ? 'check the address, and that it is published'
    : 'let Tellal in at the site, or send the text and the picture in the event';
  return {
    retry: status >= 500 || retriedStatuses.includes(status),
    gone,
    reason: `the site answered ${status}`,
    hint,
  };
};

/** What to say of an error that a fetch ended with; `timedOut`: its time was up. Bugs are thrown on. */
export const faultOfError = (error: unknown, timedOut: boolean): FetchFault => {
  if (timedOut) return fault(true, 'the site did not answer in time', 'try again, or send the text in the event');
  if (error instanceof PrivateAddressError) {
    return fault(false, error.message, 'if it may be fetched from, add it to fetch.allow in the configuration');
  }
  if (error instanceof TooLargeError) return fault(false, 'it is too large', 'send the text, or a smaller picture');
  if (error instanceof UnknownEncodingError) {
    return fault(false, `it is encoded as "${error.message}"`, 'let the site answer plainly, or with gzip');
  }
  const code = codeOf(error);
  if (code === '') throw error;
  if (/CERT|TLS|SSL|SIGNATURE|EPROTO/.test(code)) {
    const hint = "check the site's certificate; one of your own authority needs NODE_EXTRA_CA_CERTS";
    return fault(false, `no secure connection to the site (${code})`, hint);
  }
  if (code === 'ENOTFOUND') return fault(true, 'there is no such host', 'check the address');
  return fault(true, `the connection failed (${code})`, 'try again, or send the text in the event');
};

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
