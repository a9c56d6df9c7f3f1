import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeClient, createClient, type RedisClient } from '../../../queues/connection.ts';
import { keepLease } from '../../../queues/keep-lease.ts';
import { createLease, type Lease } from '../../../queues/lease.ts';
import { createWhatsappAccountRecord } from '../../../queues/whatsapp-account.ts';
import { startRedis, type TestRedis } from '../../support/redis.ts';
import { waitFor } from '../../support/wait-for.ts';

let server: TestRedis;
let redis: RedisClient;
let leases = 0;
beforeAll(async () => {
  server = await startRedis();
  redis = createClient(server.url, 'worker');
});
afterAll(async () => {
  await closeClient(redis);
  await server.close();
});

const pair = (ttlMs?: number): readonly [Lease, Lease] => {
  const name = `l${++leases}`;
  return [createLease(redis, name, ttlMs), createLease(redis, name, ttlMs)];
};

describe('a lease', () => {
  it('is held by one, and says by whom', async () => {
    const [one, other] = pair();
    expect(await one.acquire()).toEqual({ held: true, epoch: 1 });
    expect(await other.acquire()).toEqual({
      held: false,
      by: expect.stringMatching(/^.+:\d+$/),
      ms: expect.any(Number),
    });
  });

  it('goes to the other when it is given back, with a new epoch', async () => {
    const [one, other] = pair();
    await one.acquire();
    await one.release(1);
    expect(await other.acquire()).toEqual({ held: true, epoch: 2 });
    expect(await one.renew(1)).toBe(false);
    await one.release(1);
    expect(await other.renew(2)).toBe(true);
  });

  it('ends by itself, and then cannot be renewed', async () => {
    const [one, other] = pair(30);
    await one.acquire();
    const { epoch } = await waitFor('it to end', async () => {
      const acquired = await other.acquire();
      return acquired.held ? acquired : null;
    });
    expect(epoch).toBe(2);
    expect(await one.renew(1)).toBe(false);
  });

  it('holds for as long as it is renewed', async () => {
    const [one, other] = pair(60_000);
    await one.acquire();
    expect(await one.renew(1)).toBe(true);
    expect((await other.acquire()).held).toBe(false);
  });
});

describe('keeping a lease', () => {
  it('tells of its loss before it ends when it is not answered, and takes it again', async () => {
    const [lease] = pair(1_000);
    const told: string[] = [];
    let silent = false;
    const orSilence = <T>(answer: Promise<T>): Promise<T> => (silent ? new Promise<T>(() => undefined) : answer);
    const end = keepLease({
      lease: { ...lease, acquire: () => orSilence(lease.acquire()), renew: (epoch) => orSilence(lease.renew(epoch)) },
      everyMs: 50,
      onHold: (epoch) => void told.push(`hold ${epoch}`),
      onRenew: (ms) => void told.push(`good for ${ms}`),
      onLost: async () => void told.push('lost'),
      onOther: () => undefined,
    });
    await waitFor('a renewal', () => told.includes('good for 600'));
    silent = true;
    await waitFor('the loss', () => told.includes('lost'));
    silent = false;
    await waitFor('it to be held again', () => told.includes('hold 2'));
    await end();
    expect(told.filter((word) => word === 'lost')).toHaveLength(2);
  });

  it('ends what it allows before it is given back', async () => {
    const [lease, other] = pair();
    let heldMeanwhile: boolean | null = null;
    let holding = false;
    const end = keepLease({
      lease,
      onHold: () => {
        holding = true;
      },
      onRenew: () => undefined,
      onLost: async () => {
        heldMeanwhile = !(await other.acquire()).held;
      },
      onOther: () => undefined,
    });
    await waitFor('it to be held', () => holding);
    await end();
    expect(heldMeanwhile).toBe(true);
    expect((await other.acquire()).held).toBe(true);
  });
});

describe('the record of the WhatsApp account', () => {
  it('keeps what it is told, on the clock of Redis', async () => {
    const record = createWhatsappAccountRecord<{ readonly state: string }>(redis);
    expect([await record.view(), await record.linkRequest(), await record.linkedForMs()]).toEqual([null, null, null]);
    await record.publish({ state: 'ready' });
    expect(await record.view()).toEqual({ state: 'ready', at: expect.any(Number) });
    await record.askLink({ by: 'Leyla', phone: '994501234567' });
    expect(await record.linkRequest()).toEqual({ by: 'Leyla', phone: '994501234567', at: expect.any(Number) });
    await record.dropLinkRequest();
    expect(await record.linkRequest()).toBeNull();
    await record.noteLinked();
    expect(await record.linkedForMs()).toBeGreaterThanOrEqual(0);
    await record.forgetView();
    expect(await record.view()).toBeNull();
  });
});
