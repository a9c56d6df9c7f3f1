import { describe, expect, it } from '@jest/globals';
import type { Failure } from '../../../../src/channels/telegram/classify.ts';
import { receiptOfFailure } from '../../../../src/channels/telegram/receipts.ts';

const definite = (words: string, code = 400): Failure => ({ kind: 'definite', code, words });
const retryAfter = (seconds: number): Failure => ({ kind: 'retry-after', seconds, words: `retry after ${seconds}` });

describe('the receipt of a failure', () => {
  it.each([
    definite('Bad Request: IMAGE_PROCESS_FAILED'),
    definite('Bad Request: PHOTO_INVALID_DIMENSIONS'),
    definite('Bad Request: wrong type of the web page content'),
    definite('Bad Request: file of size 9 bytes is too big for a photo; the maximum size is 1 bytes'),
    definite('Request Entity Too Large', 413),
  ])('marks a refused picture: $words', (failure) => {
    expect(receiptOfFailure(failure, 'picture')).toMatchObject({ outcome: 'refused', pictureRefused: true });
    expect(receiptOfFailure(failure, 'edit')).not.toHaveProperty('pictureRefused');
  });

  it('does not take the address of a button for a picture', () => {
    const failure = definite("Bad Request: inline keyboard button URL 'x' is invalid: Wrong HTTP URL");
    expect(receiptOfFailure(failure, 'picture')).not.toHaveProperty('pictureRefused');
  });

  it('defers what flood control holds back', () => {
    expect(receiptOfFailure(retryAfter(31), 'text')).toMatchObject({ outcome: 'deferred', retryAfterMs: 31_000 });
  });

  it('comes back when what never left may leave, or soon', () => {
    const held: Failure = { kind: 'not-sent', words: 'no turn', retryAfterMs: 2_500 };
    const unsent = { outcome: 'deferred', retryAfterMs: 2_500, reason: 'no turn', unsent: true };
    expect(receiptOfFailure(held, 'text')).toEqual(unsent);
    expect(receiptOfFailure({ kind: 'not-sent', words: 'no net' }, 'text')).toMatchObject({ retryAfterMs: 3_000 });
  });

  it('passes on that Telegram itself answered', () => {
    const unknown = { kind: 'unknown', words: '500 Internal Server Error' } as const;
    expect(receiptOfFailure({ ...unknown, answered: true }, 'text')).toMatchObject({ answered: true });
    expect(receiptOfFailure(unknown, 'text')).not.toHaveProperty('answered');
  });

  it('trusts "retry after 5" only where doing it twice is harmless', () => {
    expect(receiptOfFailure(retryAfter(5), 'text').outcome).toBe('unknown');
    expect(receiptOfFailure(retryAfter(5), 'picture').outcome).toBe('unknown');
    expect(receiptOfFailure(retryAfter(5), 'edit').outcome).toBe('deferred');
    expect(receiptOfFailure(retryAfter(5), 'removal').outcome).toBe('deferred');
  });
});
