import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startBotApi } from '../../../support/telegram/bot-api.ts';
import { call } from '../../../support/telegram/call.ts';
import * as faults from '../../../support/telegram/fault-kinds.ts';
import type { Fault } from '../../../support/telegram/faults.ts';
import type { BotApi } from '../../../support/telegram/port.ts';
import { waitFor } from '../../../support/wait-for.ts';

const CHAT = -1001;
let api: BotApi;

/** What the client hears: the status and what it could read, or that it heard nothing. */
const send = async (text = 'xəbər', chat = CHAT, signal?: AbortSignal): Promise<string> => {
  try {
    const { status, description } = await call(api, 'sendMessage', { chat_id: chat, text }, signal);
    return `${status} ${description ?? 'ok'}`;
  } catch (error) {
    return error instanceof SyntaxError ? 'no JSON' : 'nothing';
  }
};

beforeEach(async () => {
  api = await startBotApi();
  api.addChannel({ id: CHAT });
  api.addChannel({ id: -1002 });
});
afterEach(() => api.close());

describe('an ordered fault', () => {
  it.each<[string, Fault, string, number]>([
    ['accepted, then hung up', faults.acceptedThenHangUp, 'nothing', 1],
    ['accepted, then 502 by a proxy', faults.acceptedThenBadGateway, 'no JSON', 1],
    ['accepted, then 500', faults.acceptedThenServerError, '500 Internal Server Error: Request aborted', 1],
    ['accepted, then a page', faults.acceptedThenPage, 'no JSON', 1],
    ['accepted, then half the JSON', faults.acceptedThenTruncated, 'no JSON', 1],
    ['accepted, then 429', faults.acceptedThenFlood, '429 Too Many Requests: retry after 5', 1],
    ['accepted, then a slow answer', faults.acceptedThenDrip(0), '200 ok', 1],
    ['accepted, then a late answer', faults.acceptedThenLate(1), '200 ok', 1],
    ['lost', faults.lostRequest, 'nothing', 0],
    ['refused by a proxy', faults.refusedByGateway, 'no JSON', 0],
    ['refused by the server', faults.serverError, '500 Internal Server Error: restart', 0],
    ['held by the flood limit', faults.flood(9), '429 Too Many Requests: retry after 9', 0],
    ['refused in given words', faults.refusal(403, 'Forbidden: no'), '403 Forbidden: no', 0],
  ])('%s: the client hears it, and the truth is known', async (_what, fault, heard, posted) => {
    api.faults.order({ fault });
    expect(await send()).toBe(heard);
    expect(api.posts(CHAT)).toHaveLength(posted);
    expect(api.requests.at(-1)?.outcome).toEqual({ kind: 'fault', fault, committed: posted === 1 });
    expect(await send()).toBe('200 ok');
  });

  it.each<[string, Fault, number]>([
    ['accepted', faults.acceptedThenSilence, 1],
    ['lost', faults.lostInSilence, 0],
  ])('%s in silence keeps the client waiting until it gives up', async (_what, fault, posted) => {
    api.faults.order({ fault });
    const client = new AbortController();
    const heard = send('x', CHAT, client.signal);
    await waitFor('the fault to strike', () => api.faults.struck === 1 && api.requests.at(-1)?.outcome);
    client.abort();
    expect(await heard).toBe('nothing');
    expect(api.posts(CHAT)).toHaveLength(posted);
  });

  it('lets a request take effect only when the test says so', async () => {
    api.faults.order({ fault: faults.acceptedLater() });
    expect(await send('late')).toBe('nothing');
    await send('next');
    expect(api.posts(CHAT).map((post) => post.text)).toEqual(['next']);
    api.faults.release();
    expect((await waitFor('the late post', () => api.posts(CHAT)[1])).text).toBe('late');
    expect(api.requests[0]).toMatchObject({ messageId: 3, outcome: { committed: true } });
  });

  it('lets a request take effect after a time', async () => {
    api.faults.order({ fault: faults.acceptedLater(60_000) });
    await send('late');
    expect(api.posts(CHAT)).toEqual([]);
    api.clock.advance(60_000);
    await waitFor('the late post', () => api.posts(CHAT).length === 1);
  });

  it('strikes only the requests it is meant for', async () => {
    const ticket = api.faults.order({
      method: 'sendMessage',
      chat: CHAT,
      contains: 'снег',
      nth: 2,
      times: 2,
      fault: faults.lostRequest,
    });
    const heard: string[] = [];
    for (const text of ['снег 1', 'дождь', 'снег 2', 'снег 3', 'снег 4']) heard.push(await send(text));
    heard.push(await send('снег 5', -1002));
    expect(heard).toEqual(['200 ok', '200 ok', 'nothing', 'nothing', '200 ok', '200 ok']);
    expect(ticket.hits()).toBe(2);
  });

  it('can be taken back', async () => {
    api.faults.order({ fault: faults.lostRequest }).cancel();
    expect(await send()).toBe('200 ok');
  });
});

describe('a plan of faults', () => {
  const runPlan = async (seed: number): Promise<readonly string[]> => {
    api.faults.plan({ seed, share: 0.5, kinds: [faults.lostRequest, faults.serverError] });
    const heard: string[] = [];
    for (let i = 0; i < 30; i += 1) heard.push(await send());
    return heard;
  };

  it('is the same for the same seed, and strikes about its share', async () => {
    const first = await runPlan(7);
    const hit = api.faults.struck;
    expect(await runPlan(7)).toEqual(first);
    expect(await runPlan(8)).not.toEqual(first);
    expect(hit).toBeGreaterThan(5);
    expect(hit).toBeLessThan(25);
    expect(new Set(first).size).toBe(3);
  });

  it('leaves alone what changes nothing, and ends', async () => {
    api.faults.plan({ seed: 1, share: 1, kinds: [faults.lostRequest] });
    expect((await call(api, 'getMe')).ok).toBe(true);
    api.faults.plan(null);
    expect(await send()).toBe('200 ok');
  });
});

describe('a server that is down', () => {
  it('refuses connections until it is back, and has lost nothing', async () => {
    await send('before');
    await api.goDown();
    expect(await send()).toBe('nothing');
    await api.comeBack();
    expect(await send('after')).toBe('200 ok');
    expect(api.posts(CHAT).map((post) => post.text)).toEqual(['before', 'after']);
  });
});
