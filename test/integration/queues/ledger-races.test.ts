import { describe, expect, it } from '@jest/globals';
import { pointChannel } from '../../../queues/targets.ts';
import type { BeginRequest, Begun, Plan } from '../../../src/article/ledger.ts';
import type { Receipt } from '../../../src/article/receipt.ts';
import { beginOf, channel, planOf, useLedger } from '../../support/ledger-words.ts';
import { waitFor } from '../../support/wait-for.ts';

const house = useLedger();
const { begun, sent } = house;
const no = { outcome: 'refused', reason: 'Bad Request' } as const;
const lost = { outcome: 'unknown', cause: 'the connection was cut' } as const;
const plan = async (article: string, more: Partial<Plan> = {}) => {
  const [planned] = await house.ledger.plan([planOf(article, more)]);
  return planned;
};
const begin = (article: string, more: Partial<BeginRequest> = {}) => house.ledger.begin(beginOf(article, more));
const settle = (article: string, { fence }: Begun, receipt: Receipt) =>
  house.ledger.settle(article, channel, fence, receipt);
const yes = (messageId: string): Receipt => ({ outcome: 'accepted', messageId, link: null, picture: false });

describe('what is wanted while an older revision is being refused', () => {
  it('a correction of a post has its own turn', async () => {
    await plan('post');
    const first = await begun('post');
    await plan('post', { wanted: 2 });
    await settle('post', first, no);
    expect(await begun('post', { revision: 2 })).toMatchObject({ operation: 'post' });
  });

  it('a correction of an edit has its own turn', async () => {
    await sent('edit', '11');
    await plan('edit', { wanted: 2 });
    const edit = await begun('edit', { revision: 2 });
    await plan('edit', { wanted: 3 });
    await settle('edit', edit, no);
    expect(await begun('edit', { revision: 3 })).toMatchObject({ operation: 'edit', standing: { messageId: '11' } });
  });

  it('a retraction takes away what stands', async () => {
    await sent('gone', '12');
    await plan('gone', { wanted: 2 });
    const edit = await begun('gone', { revision: 2 });
    await plan('gone', { wanted: null });
    await settle('gone', edit, no);
    expect(await begun('gone')).toMatchObject({ operation: 'remove', standing: { messageId: '12' } });
  });

  it('a retraction of a post that does not stand leaves nothing to do', async () => {
    await plan('never');
    const first = await begun('never');
    await plan('never', { wanted: null });
    await settle('never', first, no);
    expect(await house.ledger.get('never', channel)).toMatchObject({ state: 'skipped' });
    expect(await house.ledger.retry('never', channel)).toBe('not-retryable');
  });

  it('a refused removal stays refused', async () => {
    await sent('stuck', '13');
    await plan('stuck', { wanted: null });
    await settle('stuck', await begun('stuck'), no);
    expect(await house.ledger.get('stuck', channel)).toMatchObject({ state: 'refused', reason: no.reason });
  });

  it('a correction of a refused post that a person gives back has its own turn', async () => {
    await plan('held');
    await settle('held', await begun('held'), no);
    await house.ledger.hold('held', channel, 'Elif');
    await plan('held', { wanted: 2 });
    await house.ledger.resolve('held', channel, { tookEffect: false });
    expect(await begun('held', { revision: 2 })).toMatchObject({ operation: 'post' });
  });
});

describe('the time that an editor names', () => {
  const later = Date.now() + 3_600_000;

  it('counts for another revision of what is scheduled already', async () => {
    await plan('moved', { dueAt: later });
    await plan('moved', { wanted: 2, dueAt: later + 60_000 });
    expect(await house.ledger.get('moved', channel)).toMatchObject({ state: 'planned', dueAt: later + 60_000 });
  });

  it('counts for a revision that takes up what was skipped', async () => {
    await plan('taken-up', { skippedBy: 'takes.sections' });
    const planned = await plan('taken-up', { wanted: 2, dueAt: later });
    expect(planned?.delayMs).toBeGreaterThan(0);
    expect(await begin('taken-up', { revision: 2 })).toMatchObject({ kind: 'early' });
  });

  it('is kept by a correction that names none', async () => {
    await plan('kept', { dueAt: later });
    await plan('kept', { wanted: 2 });
    expect(await begin('kept', { revision: 2 })).toMatchObject({ kind: 'early' });
  });
});

it('what was posted in a newer revision than was planned is wanted so', async () => {
  await plan('ahead');
  await settle('ahead', await begun('ahead', { revision: 2 }), yes('15'));
  expect(await house.ledger.get('ahead', channel)).toMatchObject({ state: 'sent', revision: 2, wanted: 2 });
});

describe('the receipt of a process that was thought dead', () => {
  const late = async (article: string): Promise<Begun> => {
    await plan(article);
    const first = await begun(article, { leaseMs: 1 });
    await waitFor('the deadline to pass', async () => (await begin(article)).kind === 'lookup');
    return first;
  };

  it('counts as long as nobody knows better', async () => {
    const first = await late('came-back');
    await house.ledger.askPerson('came-back', channel, first.fence, 'no proof chat');
    expect(await settle('came-back', first, yes('21'))).toBe('settled');
    expect(await house.ledger.get('came-back', channel)).toMatchObject({ state: 'sent', messageId: '21', needs: null });
  });

  it('plans it again where it is certain that nothing was done', async () => {
    const first = await late('held-off');
    expect(await settle('held-off', first, { outcome: 'deferred', retryAfterMs: 1, reason: 'flood' })).toBe('settled');
    expect(await house.ledger.get('held-off', channel)).toMatchObject({ state: 'planned', needs: null });
  });

  it('leaves it unknown where that process cannot tell either', async () => {
    const first = await late('no-wiser');
    await settle('no-wiser', first, lost);
    expect(await house.ledger.get('no-wiser', channel)).toMatchObject({ state: 'unknown', needs: 'lookup' });
  });
});

it('a wrong id that a person names is not where later posts are looked for', async () => {
  await sent('before', '31');
  await plan('misnamed');
  await settle('misnamed', await begun('misnamed'), lost);
  await house.ledger.resolve('misnamed', channel, { tookEffect: true, messageId: '320000', link: null });
  await plan('next');
  await settle('next', await begun('next'), lost);
  expect(await begin('next')).toMatchObject({ kind: 'lookup', floor: '31' });
});

describe('a channel that points elsewhere', () => {
  it('leaves alone what stands where it pointed before, however often it is retried', async () => {
    await pointChannel(house.redis, channel, 'telegram @herald_test');
    await sent('moved-away', '41');
    expect(await pointChannel(house.redis, channel, 'telegram @herald_ru')).toBe('telegram @herald_test');
    await plan('moved-away', { wanted: null });
    expect(await begin('moved-away')).toEqual({ kind: 'nothing' });
    expect(await house.ledger.get('moved-away', channel)).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining('stands on telegram @herald_test'),
    });
    expect(await house.ledger.retry('moved-away', channel)).toBe('planned');
    expect(await begin('moved-away')).toEqual({ kind: 'nothing' });
    await pointChannel(house.redis, channel, 'telegram @herald_test');
    await house.ledger.retry('moved-away', channel);
    expect(await begun('moved-away')).toMatchObject({ operation: 'remove', standing: { messageId: '41' } });
  });

  it('looks for no post after an id of before', async () => {
    await sent('far', '9000');
    await pointChannel(house.redis, channel, 'telegram @herald_new');
    await plan('near');
    await settle('near', await begun('near'), lost);
    expect(await begin('near')).toMatchObject({ kind: 'lookup', floor: null });
  });

  it('is corrected and looked at as before where it points to the same', async () => {
    await sent('same', '9100');
    expect(await pointChannel(house.redis, channel, 'telegram @herald_new')).toBeNull();
    await plan('same', { wanted: 2 });
    expect(await begun('same', { revision: 2 })).toMatchObject({ operation: 'edit' });
    expect(await house.ledger.messageIds(channel, '9000')).toEqual(['9100']);
  });
});

it('names no attempt twice, though a Redis has lost its data', async () => {
  await plan('first');
  const first = await begun('first');
  await house.redis.flushall();
  await waitFor('the clock to go on', async () => (await house.ledger.now()) > first.fence);
  await plan('second');
  expect((await begun('second')).fence).toBeGreaterThan(first.fence);
});
