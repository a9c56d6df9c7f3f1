/** An answer with `ok: false`. Thrown by a method, caught where answers are made. */
export class Refusal extends Error {
  readonly code: number;
  readonly retryAfter: number | undefined;

  constructor(code: number, description: string, retryAfter?: number) {
    super(description);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** `Bad Request: …`; the words are given as Telegram shows them. */
export const badRequest = (words: string): Refusal => new Refusal(400, `Bad Request: ${words}`);

export const forbidden = (words: string): Refusal => new Refusal(403, `Forbidden: ${words}`);

export const tooManyRequests = (seconds: number): Refusal =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, seconds);
