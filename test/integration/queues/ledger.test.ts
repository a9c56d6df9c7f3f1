import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeClient, createClient, type RedisClient } from '../../../queues/connection.ts';
import { createLedger } from '../../../queues/ledger.ts';
import type { BeginRequest, Begun, Ledger, Plan } from '../../../src/article/ledger.ts';
import { startRedis, type TestRedis } from '../../support/redis.ts';
import { waitFor } from '../../support/wait-for.ts';

let server: TestRedis;
let redis: RedisClient;
let ledger: Ledger;

beforeAll(async () => {
  server = await startRedis();
  redis = createClient(server.url, 'worker');
  await redis.connect();
  ledger = createLedger(redis);
});
afterAll(async () => {
  await closeClient(redis);
  await server.close();
});

const channel = 'tg-az';
const planOf = (article: string, more: Partial<Plan> = {}): Plan => ({
  article,
  channel,
  wanted: 1,
  breaking: false,
  dueAt: null,
  skippedBy: null,
  insist: false,
  ...more,
});
const beginOf = (article: string, more: Partial<BeginRequest> = {}): BeginRequest => ({
  article,
  channel,
  revision: 1,
  leaseMs: 60_000,
  pace: { minGapMs: 0, rates: [] },
  sought: { looks: 'telegram', text: 'Xəbər', link: 'https://herald.example/1', image: null },
  ...more,
});
const begun = async (article: string, more: Partial<BeginRequest> = {}): Promise<Begun> => {
  const beginning = await ledger.begin(beginOf(article, more));
  if (beginning.kind !== 'begun') throw new Error(`not begun but ${beginning.kind}`);
  return beginning;
};
const accept = (article: string, fence: number, messageId: string) =>
  ledger.settle(article, channel, fence, { outcome: 'accepted', messageId, link: null, picture: false });
const sent = async (article: string, messageId = '7'): Promise<void> => {
  await ledger.plan([planOf(article)]);
  const { fence } = await begun(article);
  await accept(article, fence, messageId);
};

describe('planning', () => {
  it('plans the same deliveries when it runs twice', async () => {
    const [first] = await ledger.plan([planOf('twice')]);
    const before = await ledger.get('twice', channel);
    const [second] = await ledger.plan([planOf('twice')]);
    expect([first?.toDo, second?.toDo]).toEqual([true, true]);
    expect(await ledger.get('twice', channel)).toEqual(before);
    expect(before).toMatchObject({ id: 'twice@tg-az', state: 'planned', revision: 0, wanted: 1, attempts: 0 });
  });

  it('keeps the name of the rule that skips', async () => {
    const [planned] = await ledger.plan([planOf('sport', { skippedBy: 'takes.sections' })]);
    expect(planned?.toDo).toBe(false);
    expect(await ledger.get('sport', channel)).toMatchObject({ state: 'skipped', reason: 'takes.sections' });
  });

  it('plans what was skipped when an editor names the channel', async () => {
    await ledger.plan([planOf('named', { skippedBy: 'takes.languages' })]);
    const [planned] = await ledger.plan([planOf('named', { insist: true })]);
    expect(planned?.toDo).toBe(true);
    expect(await ledger.get('named', channel)).toMatchObject({ state: 'planned', reason: null });
  });

  it('leaves out the channel that an editor left out, also when the article is corrected', async () => {
    await ledger.plan([planOf('left-out', { skippedBy: 'to' })]);
    for (const wanted of [2, 3]) await ledger.plan([planOf('left-out', { wanted })]);
    await ledger.plan([planOf('left-out', { wanted: 4, skippedBy: 'takes.sections' })]);
    await ledger.plan([planOf('left-out', { wanted: 5 })]);
    expect(await ledger.get('left-out', channel)).toMatchObject({ state: 'skipped', reason: 'to' });
  });

  it('takes up a channel whose rule no longer says no to the corrected article', async () => {
    await ledger.plan([planOf('moved', { skippedBy: 'takes.sections' })]);
    const [planned] = await ledger.plan([planOf('moved', { wanted: 2 })]);
    expect(planned?.toDo).toBe(true);
  });

  it('sends nothing of an article that is retracted before its turn', async () => {
    await ledger.plan([planOf('withdrawn')]);
    await ledger.plan([planOf('withdrawn', { wanted: null })]);
    expect(await ledger.get('withdrawn', channel)).toMatchObject({ state: 'skipped', wanted: null });
    expect(await ledger.begin(beginOf('withdrawn'))).toEqual({ kind: 'nothing' });
  });

  it('does not bring back what was retracted', async () => {
    await ledger.plan([planOf('final')]);
    await ledger.plan([planOf('final', { wanted: null })]);
    await ledger.plan([planOf('final', { wanted: 5, insist: true })]);
    expect(await ledger.begin(beginOf('final', { revision: 5 }))).toEqual({ kind: 'nothing' });
  });

  it('says how long a scheduled delivery has to wait, and does not begin it before', async () => {
    const dueAt = (await ledger.now()) + 3_600_000;
    const [planned] = await ledger.plan([planOf('later', { dueAt })]);
    expect(planned?.delayMs).toBeGreaterThan(3_500_000);
    expect(await ledger.begin(beginOf('later'))).toMatchObject({ kind: 'early' });
  });
});

describe('a correction that the channel no longer takes', () => {
  const noLonger = (article: string, skippedBy = 'takes.sections') =>
    ledger.plan([planOf(article, { wanted: 2, skippedBy })]);

  it.each(['takes.sections', 'confidence 0.3 below 0.6'])('is skipped by %s while nothing is out', async (rule) => {
    const article = `waits for ${rule}`;
    await ledger.plan([planOf(article)]);
    const [planned] = await noLonger(article, rule);
    expect(planned?.toDo).toBe(false);
    expect(await ledger.get(article, channel)).toMatchObject({ state: 'skipped', reason: rule, wanted: 2 });
  });

  it('is skipped once it is certain that the first attempt came to nothing', async () => {
    await ledger.plan([planOf('in-flight')]);
    const { fence } = await begun('in-flight');
    await noLonger('in-flight');
    await ledger.settle('in-flight', channel, fence, { outcome: 'deferred', retryAfterMs: 1, reason: 'flood' });
    expect(await ledger.begin(beginOf('in-flight', { revision: 2 }))).toEqual({ kind: 'nothing' });
    expect(await ledger.get('in-flight', channel)).toMatchObject({ state: 'skipped', reason: 'takes.sections' });
  });

  it('is edited where subscribers have seen the wrong version', async () => {
    await sent('seen');
    const [planned] = await noLonger('seen', 'confidence 0.3 below 0.6');
    expect(planned?.toDo).toBe(true);
    expect(await begun('seen', { revision: 2 })).toMatchObject({ operation: 'edit' });
  });

  it('is sent where an editor has said so, by name or by a retry', async () => {
    await ledger.plan([planOf('by-name', { insist: true })]);
    await ledger.plan([planOf('by-retry', { skippedBy: 'takes.sections' })]);
    await ledger.retry('by-retry', channel);
    for (const article of ['by-name', 'by-retry']) {
      const [planned] = await noLonger(article);
      expect(planned?.toDo).toBe(true);
    }
  });

  it.each(['to', 'duplicate of 1', 'near-duplicate of 1'])(
    'is sent although %s would keep a new one out',
    async (rule) => {
      const article = `stays for ${rule}`;
      await ledger.plan([planOf(article)]);
      await noLonger(article, rule);
      expect(await ledger.get(article, channel)).toMatchObject({ state: 'planned' });
    },
  );

  it('is planned again when a later one is taken', async () => {
    await ledger.plan([planOf('back')]);
    await noLonger('back');
    await ledger.plan([planOf('back', { wanted: 3 })]);
    expect(await begun('back', { revision: 3 })).toMatchObject({ operation: 'post' });
  });
});

describe('one attempt', () => {
  it('is in the ledger as sending before the platform is called, and as sent after', async () => {
    await ledger.plan([planOf('plain')]);
    const { fence, operation, standing } = await begun('plain');
    expect({ operation, standing }).toEqual({ operation: 'post', standing: null });
    expect(await ledger.get('plain', channel)).toMatchObject({ state: 'sending', attempts: 1 });
    expect(await accept('plain', fence, '41')).toBe('settled');
    expect(await ledger.get('plain', channel)).toMatchObject({ state: 'sent', messageId: '41', revision: 1 });
    expect(await ledger.begin(beginOf('plain'))).toEqual({ kind: 'nothing' });
  });

  it('keeps the words of a refusal, and can be planned again by hand', async () => {
    await ledger.plan([planOf('refused')]);
    const { fence } = await begun('refused');
    await ledger.settle('refused', channel, fence, { outcome: 'refused', reason: 'Bad Request: chat not found' });
    expect(await ledger.get('refused', channel)).toMatchObject({
      state: 'refused',
      reason: 'Bad Request: chat not found',
    });
    expect(await ledger.retry('refused', channel)).toBe('planned');
    expect(await ledger.retry('refused', channel)).toBe('not-retryable');
  });

  it('keeps every attempt with its receipt', async () => {
    await ledger.plan([planOf('tried')]);
    const first = await begun('tried');
    const later = { outcome: 'deferred', retryAfterMs: 5, reason: 'Too Many Requests' } as const;
    await ledger.settle('tried', channel, first.fence, later);
    const second = await begun('tried');
    await accept('tried', second.fence, '9');
    const attempts = await ledger.attempts('tried', channel);
    expect(attempts.map(({ fence, receipt }) => [fence, receipt?.outcome])).toEqual([
      [first.fence, 'deferred'],
      [second.fence, 'accepted'],
    ]);
  });

  it('was none when nothing left: it is not counted, and takes no place in the pace', async () => {
    const pace = { minGapMs: 60_000, rates: [{ count: 1, perMs: 60_000 }] };
    const on = { channel: 'held' };
    await ledger.plan([{ ...planOf('held'), ...on }]);
    const first = await begun('held', { ...on, pace });
    const held = { outcome: 'deferred', retryAfterMs: 5, reason: 'no turn', unsent: true } as const;
    await ledger.settle('held', 'held', first.fence, held);
    expect(await ledger.get('held', 'held')).toMatchObject({ state: 'planned', attempts: 0, reason: 'no turn' });
    expect(await ledger.attempts('held', 'held')).toEqual([]);
    expect(await begun('held', { ...on, pace })).toMatchObject({ attempt: 1 });
  });

  it('makes a second process wait while one is in mid-send', async () => {
    await ledger.plan([planOf('busy')]);
    await begun('busy');
    expect(await ledger.begin(beginOf('busy'))).toMatchObject({ kind: 'wait' });
  });

  it('becomes unknown, never planned, when its process does not come back by the deadline', async () => {
    await ledger.plan([planOf('crashed')]);
    const { fence } = await begun('crashed', { leaseMs: 1 });
    const lookup = await waitFor('the deadline to pass', async () => {
      const beginning = await ledger.begin(beginOf('crashed'));
      return beginning.kind === 'lookup' ? beginning : null;
    });
    expect(lookup).toMatchObject({ fence, operation: 'post', sought: { link: 'https://herald.example/1' } });
    expect(await ledger.get('crashed', channel)).toMatchObject({ state: 'unknown', needs: 'lookup' });
  });

  it('does not let a process that came back too late write over what was found', async () => {
    await ledger.plan([planOf('zombie')]);
    const { fence } = await begun('zombie', { leaseMs: 1 });
    await waitFor('the deadline to pass', async () => (await ledger.begin(beginOf('zombie'))).kind === 'lookup');
    await ledger.resolve('zombie', channel, { tookEffect: false }, fence);
    expect(await accept('zombie', fence, '1')).toBe('fenced');
    expect(await ledger.get('zombie', channel)).toMatchObject({ state: 'planned', messageId: null });
  });

  it('asks for the newer revision when an older one was written', async () => {
    await ledger.plan([planOf('newer', { wanted: 3 })]);
    expect(await ledger.begin(beginOf('newer', { revision: 2 }))).toEqual({ kind: 'stale' });
  });
});

describe('an unknown outcome', () => {
  const unknown = async (article: string): Promise<number> => {
    await ledger.plan([planOf(article)]);
    const { fence } = await begun(article);
    await ledger.settle(article, channel, fence, { outcome: 'unknown', cause: 'the connection was cut' });
    return fence;
  };

  it('is parked until a person answers, and the lane goes on', async () => {
    const fence = await unknown('parked');
    await ledger.askPerson('parked', channel, fence, 'no proof chat');
    expect(await ledger.get('parked', channel)).toMatchObject({
      state: 'unknown',
      needs: 'person',
      reason: 'no proof chat',
    });
    expect(await ledger.begin(beginOf('parked'))).toEqual({ kind: 'nothing' });
  });

  it('is sent when a person says so, with the message id', async () => {
    await unknown('seen-by-eye');
    expect(await ledger.resolve('seen-by-eye', channel, { tookEffect: true, messageId: '77', link: null })).toBe(
      'resolved',
    );
    expect(await ledger.get('seen-by-eye', channel)).toMatchObject({ state: 'sent', messageId: '77', needs: null });
  });

  it('waits for the answer before a correction is posted, and then is an edit', async () => {
    await unknown('corrected');
    await ledger.plan([planOf('corrected', { wanted: 2 })]);
    expect(await ledger.begin(beginOf('corrected', { revision: 2 }))).toMatchObject({ kind: 'lookup' });
    await ledger.resolve('corrected', channel, { tookEffect: true, messageId: '78', link: null });
    expect(await begun('corrected', { revision: 2 })).toMatchObject({
      operation: 'edit',
      standing: { messageId: '78' },
    });
  });

  it('keeps what was said of a post that was not found', async () => {
    const fence = await unknown('not-found');
    await ledger.resolve('not-found', channel, { tookEffect: false }, fence);
    const second = await begun('not-found');
    await accept('not-found', second.fence, '80');
    const attempts = await ledger.attempts('not-found', channel);
    expect(attempts.map(({ sought }) => sought?.text ?? null)).toEqual(['Xəbər', null]);
  });

  it('is brought up to date when the post that was found may say an earlier revision', async () => {
    const fence = await unknown('older-words');
    const found = { tookEffect: true, messageId: '81', link: null, mayBeOlder: true } as const;
    await ledger.resolve('older-words', channel, found, fence);
    expect(await begun('older-words')).toMatchObject({ operation: 'edit', standing: { messageId: '81' } });
  });

  it('is refused when the platform has said no often enough, and only then', async () => {
    const fence = await unknown('hopeless');
    const no = { outcome: 'refused', reason: 'not taken in 5 tries' } as const;
    expect(await ledger.settle('hopeless', channel, fence, no)).toBe('settled');
    expect(await ledger.get('hopeless', channel)).toMatchObject({ state: 'refused', reason: no.reason, needs: null });
    expect((await ledger.attempts('hopeless', channel)).at(-1)?.receipt).toEqual(no);
    expect(await accept('hopeless', fence, '82')).toBe('fenced');
  });

  it('ends when it was retracted meanwhile and had not appeared', async () => {
    await unknown('taken-back');
    await ledger.plan([planOf('taken-back', { wanted: null })]);
    await ledger.resolve('taken-back', channel, { tookEffect: false });
    expect(await ledger.get('taken-back', channel)).toMatchObject({ state: 'skipped' });
  });
});

describe('a post that a person puts on the channel by hand', () => {
  it('is passed over by its lane, and is sent once the person says so', async () => {
    await ledger.plan([planOf('by-hand')]);
    expect(await ledger.hold('by-hand', channel, 'Elif')).toBe('held');
    expect(await ledger.get('by-hand', channel)).toMatchObject({
      state: 'unknown',
      needs: 'person',
      reason: 'Elif posts it by hand',
    });
    expect(await ledger.begin(beginOf('by-hand'))).toEqual({ kind: 'nothing' });
    await ledger.resolve('by-hand', channel, { tookEffect: true, messageId: '81', link: null });
    expect(await ledger.get('by-hand', channel)).toMatchObject({
      state: 'sent',
      revision: 1,
      messageId: '81',
      reason: 'posted by hand by Elif',
    });
    expect(await ledger.begin(beginOf('by-hand'))).toEqual({ kind: 'nothing' });
  });

  it('is sent by its lane when the person gives it back', async () => {
    await ledger.plan([planOf('given-back')]);
    await ledger.hold('given-back', channel, 'Elif');
    await ledger.resolve('given-back', channel, { tookEffect: false });
    expect(await begun('given-back')).toMatchObject({ operation: 'post' });
  });

  it('is refused as before when the person gives a refused one back', async () => {
    await ledger.plan([planOf('refused-back')]);
    const { fence } = await begun('refused-back');
    await ledger.settle('refused-back', channel, fence, { outcome: 'refused', reason: 'not an administrator' });
    await ledger.hold('refused-back', channel, 'Elif');
    await ledger.resolve('refused-back', channel, { tookEffect: false });
    expect(await ledger.get('refused-back', channel)).toMatchObject({
      state: 'refused',
      reason: 'not an administrator',
    });
  });

  it('is not taken out of a send under way, nor from what stands or was retracted', async () => {
    await ledger.plan([planOf('under-way'), planOf('not-wanted')]);
    const { fence } = await begun('under-way');
    expect(await ledger.hold('under-way', channel, 'Elif')).toBe('not-holdable');
    await accept('under-way', fence, '82');
    expect(await ledger.hold('under-way', channel, 'Elif')).toBe('not-holdable');
    await ledger.plan([planOf('not-wanted', { wanted: null })]);
    expect(await ledger.hold('not-wanted', channel, 'Elif')).toBe('not-holdable');
    expect(await ledger.hold('never-heard-of', channel, 'Elif')).toBe('no-such-delivery');
  });

  it('is not sent by a look that was under way', async () => {
    await ledger.plan([planOf('looked-for')]);
    const { fence } = await begun('looked-for');
    await ledger.settle('looked-for', channel, fence, { outcome: 'unknown', cause: 'the connection was cut' });
    await ledger.hold('looked-for', channel, 'Elif');
    expect(await ledger.resolve('looked-for', channel, { tookEffect: false }, fence)).toBe('not-unknown');
    expect(await ledger.begin(beginOf('looked-for'))).toEqual({ kind: 'nothing' });
  });
});

describe('what stands on the channel', () => {
  it('is edited when a correction is wanted', async () => {
    await sent('edited', '12');
    await ledger.plan([planOf('edited', { wanted: 2 })]);
    const { operation, standing, fence } = await begun('edited', { revision: 2 });
    expect({ operation, standing }).toEqual({ operation: 'edit', standing: { messageId: '12', picture: false } });
    await accept('edited', fence, '12');
    expect(await ledger.get('edited', channel)).toMatchObject({ state: 'sent', revision: 2, wanted: 2 });
  });

  it('is removed when it is retracted', async () => {
    await sent('removed', '13');
    await ledger.plan([planOf('removed', { wanted: null })]);
    const { operation, fence } = await begun('removed');
    expect(operation).toBe('remove');
    await accept('removed', fence, '13');
    expect(await ledger.get('removed', channel)).toMatchObject({ state: 'removed', wanted: null });
  });
});

describe('a post that turns up', () => {
  it.each(['refused', 'skipped', 'planned'] as const)('makes a delivery that was %s a sent one', async (state) => {
    const article = `found-${state}`;
    await ledger.plan([planOf(article, state === 'skipped' ? { skippedBy: 'takes.sections' } : {})]);
    if (state === 'refused') {
      const { fence } = await begun(article);
      await ledger.settle(article, channel, fence, { outcome: 'refused', reason: 'no' });
    }
    expect(await ledger.adopt(article, channel, null, '90', 'https://t.me/herald/90')).toBe(true);
    expect(await ledger.get(article, channel)).toMatchObject({ state: 'sent', messageId: '90', reason: null });
    expect(await begun(article)).toMatchObject({ operation: 'edit', standing: { messageId: '90' } });
  });

  it('is no second post when its edit is refused and planned again', async () => {
    await sent('twice-no', '91');
    expect(await ledger.adopt('twice-no', channel, '91', '92', null)).toBe(true);
    const { fence } = await begun('twice-no');
    await ledger.settle('twice-no', channel, fence, { outcome: 'refused', reason: 'no' });
    await ledger.retry('twice-no', channel);
    expect(await begun('twice-no')).toMatchObject({ operation: 'edit', standing: { messageId: '92' } });
  });

  it('is removed when the article is retracted after its edit was refused', async () => {
    await sent('restated', '93');
    await ledger.restate('restated', channel);
    const { fence, operation } = await begun('restated');
    expect(operation).toBe('edit');
    await ledger.settle('restated', channel, fence, { outcome: 'refused', reason: 'no' });
    await ledger.plan([planOf('restated', { wanted: null })]);
    expect(await begun('restated')).toMatchObject({ operation: 'remove', standing: { messageId: '93' } });
  });
});

describe('the pace of a lane', () => {
  it('waits for the gap between two operations', async () => {
    const pace = { minGapMs: 60_000, rates: [] };
    const on = (article: string) => ({ ...planOf(article), channel: 'slow' });
    await ledger.plan([on('one'), on('two')]);
    const first = await ledger.begin({ ...beginOf('one', { pace }), channel: 'slow' });
    const second = await ledger.begin({ ...beginOf('two', { pace }), channel: 'slow' });
    expect([first.kind, second.kind]).toEqual(['begun', 'wait']);
  });

  it('waits when as many operations were begun as the rate allows', async () => {
    const pace = { minGapMs: 0, rates: [{ count: 2, perMs: 60_000 }] };
    const articles = ['one', 'two', 'three'];
    await ledger.plan(articles.map((article) => ({ ...planOf(article), channel: 'capped' })));
    const kinds = [];
    for (const article of articles)
      kinds.push((await ledger.begin({ ...beginOf(article, { pace }), channel: 'capped' })).kind);
    expect(kinds).toEqual(['begun', 'begun', 'wait']);
  });
});

describe('reading', () => {
  it('lists the newest planned first, by state', async () => {
    const on = (article: string) => ({ ...planOf(article), channel: 'listed' });
    await ledger.plan([on('a'), on('b')]);
    await ledger.plan([{ ...on('c'), skippedBy: 'to' }]);
    const ids = async (states?: readonly ('planned' | 'skipped')[]) =>
      (await ledger.list({ channels: ['listed'], limit: 10, ...(states ? { states } : {}) })).map(
        ({ article }) => article,
      );
    expect(await ids(['planned'])).toEqual(expect.arrayContaining(['a', 'b']));
    expect(await ids(['skipped'])).toEqual(['c']);
    expect((await ledger.counts('listed')).planned).toBe(2);
  });
});
