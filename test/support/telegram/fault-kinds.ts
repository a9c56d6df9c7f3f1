import type { Fault } from './faults.ts';

/** Published, but the connection is cut before the answer. */
export const acceptedThenHangUp: Fault = { effect: 'yes', answer: { kind: 'hang-up' } };
/** Published, but a proxy answers with its own page. */
export const acceptedThenBadGateway: Fault = { effect: 'yes', answer: { kind: 'page', status: 502 } };
/** Published, but Telegram says that it failed. */
export const acceptedThenServerError: Fault = {
  effect: 'yes',
  answer: { kind: 'error', status: 500, words: 'Internal Server Error: Request aborted' },
};
/** Published, but the client has given up by the time the answer comes. */
export const acceptedThenSilence: Fault = { effect: 'yes', answer: { kind: 'silence' } };
/** Published; 200 with something that is not JSON. */
export const acceptedThenPage: Fault = { effect: 'yes', answer: { kind: 'page', status: 200 } };
/** Published; the JSON ends in the middle. */
export const acceptedThenTruncated: Fault = { effect: 'yes', answer: { kind: 'truncated' } };
/** Published; the server was being restarted and says 429 retry after 5 although the send happened. */
export const acceptedThenFlood: Fault = {
  effect: 'yes',
  answer: { kind: 'error', status: 429, words: 'Too Many Requests: retry after 5', retryAfter: 5 },
};
/** Never published: the connection is cut first. */
export const lostRequest: Fault = { effect: 'no', answer: { kind: 'hang-up' } };
/** Never published, and no answer. */
export const lostInSilence: Fault = { effect: 'no', answer: { kind: 'silence' } };
/** Never published; a proxy answers. */
export const refusedByGateway: Fault = { effect: 'no', answer: { kind: 'page', status: 502 } };
/** Never published; Telegram says that it failed. */
export const serverError: Fault = {
  effect: 'no',
  answer: { kind: 'error', status: 500, words: 'Internal Server Error: restart' },
};

/** Published; the answer comes `ms` late. */
export const acceptedThenLate = (ms: number): Fault => ({ effect: 'yes', answer: { kind: 'late', ms } });

/** Published; the answer comes a byte at a time. */
export const acceptedThenDrip = (ms: number): Fault => ({ effect: 'yes', answer: { kind: 'drip', ms } });

/** The connection is cut at once; it is published after `ms`, or when the test says `faults.release()`. */
export const acceptedLater = (ms?: number): Fault => ({
  effect: 'later',
  ...(ms === undefined ? {} : { laterMs: ms }),
  answer: { kind: 'hang-up' },
});

/** Not published: wait `seconds`. */
export const flood = (seconds: number): Fault => ({
  effect: 'no',
  answer: { kind: 'error', status: 429, words: `Too Many Requests: retry after ${seconds}`, retryAfter: seconds },
});

/** Not published, with Telegram's words, e.g. `refusal(403, 'Forbidden: bot was kicked from the channel chat')`. */
export const refusal = (status: number, words: string): Fault => ({
  effect: 'no',
  answer: { kind: 'error', status, words },
});
