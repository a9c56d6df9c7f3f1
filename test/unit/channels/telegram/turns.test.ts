import { describe, expect, it } from '@jest/globals';
import { holdBack } from '../../../../src/channels/telegram/held-api.ts';
import type { TelegramApi } from '../../../../src/channels/telegram/telegram-api.ts';
import { waitForTurn } from '../../../../src/channels/telegram/turns.ts';

const going = new AbortController().signal;

/** Answers these waits one after the other. */
const turnsOf = (...waits: readonly number[]) => {
  const left = [...waits];
  return { take: async () => left.shift() ?? 0, left };
};

describe('waiting for a turn', () => {
  it('asks again after each wait until the turn is taken', async () => {
    const { take, left } = turnsOf(5, 3, 0, 99);
    expect(await waitForTurn(take, going, 10_000)).toBeNull();
    expect(left).toEqual([99]);
  });

  it('does not begin a wait that would be too long, and says when to come back', async () => {
    const { take, left } = turnsOf(2_500, 0);
    expect(await waitForTurn(take, going, 2_000)).toMatchObject({ kind: 'not-sent', retryAfterMs: 2_500 });
    expect(left).toEqual([0]);
  });

  it.each([
    ['is stopped', () => waitForTurn(async () => 60_000, AbortSignal.timeout(20), 90_000)],
    ['was stopped before', () => waitForTurn(async () => 0, AbortSignal.abort(), 90_000)],
    ['gets no answer in time', () => waitForTurn(() => new Promise<number>(() => {}), going, 20)],
    ['cannot ask', () => waitForTurn(() => Promise.reject(new Error('Redis is away')), going, 90_000)],
  ])('takes no turn when it %s', async (_what, wait) => {
    expect(await wait()).toMatchObject({ kind: 'not-sent' });
  });

  it('does not take a turn that came too late, as to a process that was frozen', async () => {
    const freeze = async (): Promise<number> => {
      for (const end = performance.now() + 30; performance.now() < end; );
      return 0;
    };
    expect(await waitForTurn(freeze, going, 20)).toMatchObject({ kind: 'not-sent' });
  });
});

describe('an account that is held back', () => {
  const sent: string[] = [];
  const bare: TelegramApi = {
    call: async (method) => {
      sent.push(method);
      return { kind: 'unknown', words: 'not a real answer' };
    },
  };
  const inChat = { chat_id: 1, message_id: 2 };

  it('lets what changes something leave only in its turn, and looks go at once', async () => {
    sent.length = 0;
    const held = holdBack(bare, async () => 9_000, 2_000);
    expect(await held.call('deleteMessage', inChat, { signal: going })).toMatchObject({ retryAfterMs: 9_000 });
    await held.call('getMe', {}, { signal: going });
    expect(sent).toEqual(['getMe']);
    await holdBack(bare, turnsOf(1, 0).take, 2_000).call('deleteMessage', inChat, { signal: going });
    expect(sent).toEqual(['getMe', 'deleteMessage']);
  });
});
