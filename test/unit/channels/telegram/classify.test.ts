import { describe, expect, it } from '@jest/globals';
import { TelegramError } from 'telegraf';
import { classify, redact } from '../../../../src/channels/telegram/classify.ts';

const network = (message: string, code?: string): Error => Object.assign(new Error(message), code ? { code } : {});

describe('sorting what went wrong', () => {
  it.each([400, 401, 403, 404, 409, 413, 421])('takes %d as a definite no', (code) => {
    const error = new TelegramError({ error_code: code, description: 'Bad Request: words' });
    expect(classify(error)).toEqual({ kind: 'definite', code, words: 'Bad Request: words' });
  });

  it('keeps how long flood control asks to wait', () => {
    const description = 'Too Many Requests: retry after 7';
    const error = new TelegramError({ error_code: 429, description, parameters: { retry_after: 7 } });
    expect(classify(error)).toEqual({ kind: 'retry-after', seconds: 7, words: description });
  });

  it('waits a minute where flood control does not say', () => {
    const error = new TelegramError({ error_code: 429, description: 'Too Many Requests' });
    expect(classify(error)).toMatchObject({ kind: 'retry-after', seconds: 60 });
  });

  it.each([
    network('request to https://e.example/ failed, reason: connect ECONNREFUSED 192.0.2.1:443', 'ECONNREFUSED'),
    network('request to https://e.example/ failed, reason: ', 'ECONNREFUSED'),
    network('request to https://e.example/ failed, reason: getaddrinfo EAI_AGAIN e.example', 'EAI_AGAIN'),
    network('request to https://e.example/ failed, reason: connect ETIMEDOUT 192.0.2.1:443', 'ETIMEDOUT'),
    network('request to https://e.example/ failed, reason: certificate has expired', 'CERT_HAS_EXPIRED'),
    network(
      'request to https://e.example/ failed, reason: Client network socket disconnected before secure TLS connection was established',
      'ECONNRESET',
    ),
  ])('knows that nothing was sent: %s', (error) => {
    expect(classify(error).kind).toBe('not-sent');
  });

  it.each([
    network('request to https://e.example/ failed, reason: socket hang up', 'ECONNRESET'),
    network('request to https://e.example/ failed, reason: read ETIMEDOUT', 'ETIMEDOUT'),
    network('invalid json response body at https://e.example/ reason: Unexpected end of JSON input'),
    new TelegramError({ error_code: 502, description: 'Bad Gateway' }),
    'not an error',
    undefined,
  ])('knows nothing of: %s', (error) => {
    expect(classify(error).kind).toBe('unknown');
  });

  it('tells an answer of Telegram from one of what stands in front of it', () => {
    const answered = [500, 502, 503, 504].filter((error_code) => {
      const failure = classify(new TelegramError({ error_code, description: 'out of order' }));
      return failure.kind === 'unknown' && failure.answered;
    });
    expect(answered).toEqual([500]);
  });

  it('keeps the token out of the words', () => {
    const address = 'https://api.telegram.org/bot123456:AAx-Secret_9/sendMessage';
    expect(redact(`invalid json response body at ${address}`)).toBe(
      'invalid json response body at https://api.telegram.org/bot<token>/sendMessage',
    );
    expect(JSON.stringify(classify(network(`bad ${address}`)))).not.toContain('Secret');
  });
});
