import { describe, expect, it } from '@jest/globals';
import type { Begun } from '../../../src/article/ledger.ts';
import { beginOf, channel, planOf, useLedger } from '../../support/ledger-words.ts';
import { waitFor } from '../../support/wait-for.ts';

const house = useLedger();
const { begun, accept, sent } = house;

describe('planning', () => {
  it('plans the same deliveries when it runs twice', async () => {
    const [first] = await house.ledger.plan([planOf('twice')]);
    const before = await house.ledger.get('twice', channel);
    const [second] = await house.ledger.plan([planOf('twice')]);
    expect([first?.toDo, second?.toDo]).toEqual([true, true]);
    expect(await house.ledger.get('twice', channel)).toEqual(before);
    expect(before).toMatchObject({ id: 'twice@tg-az', state: 'planned', revision: 0, wanted: 1, attempts: 0 });
  });

  it('keeps the name of the rule that skips', async () => {
    const [planned] = await house.ledger.plan([planOf('sport', { skippedBy: 'takes.sections' })]);
    expect(planned?.toDo).toBe(false);
    expect(await house.ledger.get('sport', channel)).toMatchObject({ state: 'skipped', reason: 'takes.sections' });
  });

  it('plans what was skipped when an editor names the channel', async () => {
    await house.ledger.plan([planOf('named', { skippedBy: 'takes.languages' })]);
    const [planned] = await house.ledger.plan([planOf('named', { insist: true })]);
    expect(planned?.toDo).toBe(true);
    expect(await house.ledger.get('named', channel)).toMatchObject({ state: 'planned', reason: null });
  });

  it('leaves out the channel that an editor left out, also when the article is corrected', async () => {
    await house.ledger.plan([planOf('left-out', { skippedBy: 'to' })]);
    for (const wanted of [2, 3]) await house.ledger.plan([planOf('left-out', { wanted })]);
    await house.ledger.plan([planOf('left-out', { wanted: 4, skippedBy: 'takes.sections' })]);
    await house.ledger.plan([planOf('left-out', { wanted: 5 })]);
    expect(await house.ledger.get('left-out', channel)).toMatchObject({ state: 'skipped', reason: 'to' });
  });

  it('takes up a channel whose rule no longer says no to the corrected article', async () => {
    await house.ledger.plan([planOf('moved', { skippedBy: 'takes.sections' })]);
    const [planned] = await house.ledger.plan([planOf('moved', { wanted: 2 })]);
    expect(planned?.toDo).toBe(true);
  });

  it('sends nothing of an article that is retracted before its turn', async () => {
    await house.ledger.plan([planOf('withdrawn')]);
    await house.ledger.plan([planOf('withdrawn', { wanted: null })]);
    expect(await house.ledger.get('withdrawn', channel)).toMatchObject({ state: 'skipped', wanted: null });
    expect(await house.ledger.begin(beginOf('withdrawn'))).toEqual({ kind: 'nothing' });
  });

  it('does not bring back what was retracted', async () => {
    await house.ledger.plan([planOf('final')]);
    await house.ledger.plan([planOf('final', { wanted: null })]);
    await house.ledger.plan([planOf('final', { wanted: 5, insist: true })]);
    expect(await house.ledger.begin(beginOf('final', { revision: 5 }))).toEqual({ kind: 'nothing' });
  });

  it('says how long a scheduled delivery has to wait, and does not begin it before', async () => {
    const dueAt = (await house.ledger.now()) + 3_600_000;
    const [planned] = await house.ledger.plan([planOf('later', { dueAt })]);
    expect(planned?.delayMs).toBeGreaterThan(3_500_000);
    expect(await house.ledger.begin(beginOf('later'))).toMatchObject({ kind: 'early' });
  });
});

describe('a correction that the channel no longer takes', () => {
  const noLonger = (article: string, skippedBy = 'takes.sections') =>
    house.ledger.plan([planOf(article, { wanted: 2, skippedBy })]);

  it.each(['takes.sections', 'confidence 0.3 below 0.6'])('is skipped by %s while nothing is out', async (rule) => {
    const article = `waits for ${rule}`;
    await house.ledger.plan([planOf(article)]);
    const [planned] = await noLonger(article, rule);
    expect(planned?.toDo).toBe(false);
    expect(await house.ledger.get(article, channel)).toMatchObject({ state: 'skipped', reason: rule, wanted: 2 });
  });

  it('is skipped once it is certain that the first attempt came to nothing', async () => {
    await house.ledger.plan([planOf('in-flight')]);
    const { fence } = await begun('in-flight');
    await noLonger('in-flight');
    await house.ledger.settle('in-flight', channel, fence, { outcome: 'deferred', retryAfterMs: 1, reason: 'flood' });
    expect(await house.ledger.begin(beginOf('in-flight', { revision: 2 }))).toEqual({ kind: 'nothing' });
    expect(await house.ledger.get('in-flight', channel)).toMatchObject({ state: 'skipped', reason: 'takes.sections' });
  });

  it('is edited where subscribers have seen the wrong version', async () => {
    await sent('seen');
    const [planned] = await noLonger('seen', 'confidence 0.3 below 0.6');
    expect(planned?.toDo).toBe(true);
    expect(await begun('seen', { revision: 2 })).toMatchObject({ operation: 'edit' });
  });

  it('is sent where an editor has said so, by name or by a retry', async () => {
    await house.ledger.plan([planOf('by-name', { insist: true })]);
    await house.ledger.plan([planOf('by-retry', { skippedBy: 'takes.sections' })]);
    await house.ledger.retry('by-retry', channel);
    for (const article of ['by-name', 'by-retry']) {
      const [planned] = await noLonger(article);
      expect(planned?.toDo).toBe(true);
    }
  });

  it.each(['to', 'duplicate of 1', 'near-duplicate of 1'])(
    'is sent although %s would keep a new one out',
    async (rule) => {
      const article = `stays for ${rule}`;
      await house.ledger.plan([planOf(article)]);
      await noLonger(article, rule);
      expect(await house.ledger.get(article, channel)).toMatchObject({ state: 'planned' });
    },
  );

  it('is planned again when a later one is taken', async () => {
    await house.ledger.plan([planOf('back')]);
    await noLonger('back');
    await house.ledger.plan([planOf('back', { wanted: 3 })]);
    expect(await begun('back', { revision: 3 })).toMatchObject({ operation: 'post' });
  });
});

describe('one attempt', () => {
  it('is in the ledger as sending before the platform is called, and as sent after', async () => {
    await house.ledger.plan([planOf('plain')]);
    const { fence, operation, standing } = await begun('plain');
    expect({ operation, standing }).toEqual({ operation: 'post', standing: null });
    expect(await house.ledger.get('plain', channel)).toMatchObject({ state: 'sending', attempts: 1 });
    expect(await accept('plain', fence, '41')).toBe('settled');
    expect(await house.ledger.get('plain', channel)).toMatchObject({ state: 'sent', messageId: '41', revision: 1 });
    expect(await house.ledger.begin(beginOf('plain'))).toEqual({ kind: 'nothing' });
  });

  it('keeps the words of a refusal, and can be planned again by hand', async () => {
    await house.ledger.plan([planOf('refused')]);
    const { fence } = await begun('refused');
    await house.ledger.settle('refused', channel, fence, { outcome: 'refused', reason: 'Bad Request: chat not found' });
    expect(await house.ledger.get('refused', channel)).toMatchObject({
      state: 'refused',
      reason: 'Bad Request: chat not found',
    });
    expect(await house.ledger.retry('refused', channel)).toBe('planned');
    expect(await house.ledger.retry('refused', channel)).toBe('not-retryable');
  });

  it('keeps every attempt with its receipt', async () => {
    await house.ledger.plan([planOf('tried')]);
    const first = await begun('tried');
    const later = { outcome: 'deferred', retryAfterMs: 5, reason: 'Too Many Requests' } as const;
    await house.ledger.settle('tried', channel, first.fence, later);
    const second = await begun('tried');
    await accept('tried', second.fence, '9');
    const attempts = await house.ledger.attempts('tried', channel);
    expect(attempts.map(({ fence, receipt }) => [fence, receipt?.outcome])).toEqual([
      [first.fence, 'deferred'],
      [second.fence, 'accepted'],
    ]);
  });

  it('was none when nothing left: it is not counted, and takes no place in the pace', async () => {
    const pace = { minGapMs: 60_000, rates: [{ count: 1, perMs: 60_000 }] };
    const on = { channel: 'held' };
    await house.ledger.plan([{ ...planOf('held'), ...on }]);
    const first = await begun('held', { ...on, pace });
    const held = { outcome: 'deferred', retryAfterMs: 5, reason: 'no turn', unsent: true } as const;
    await house.ledger.settle('held', 'held', first.fence, held);
    expect(await house.ledger.get('held', 'held')).toMatchObject({ state: 'planned', attempts: 0, reason: 'no turn' });
    expect(await house.ledger.attempts('held', 'held')).toEqual([]);
    expect(await begun('held', { ...on, pace })).toMatchObject({ attempt: 1 });
  });

  it('makes a second process wait while one is in mid-send', async () => {
    await house.ledger.plan([planOf('busy')]);
    await begun('busy');
    expect(await house.ledger.begin(beginOf('busy'))).toMatchObject({ kind: 'wait' });
  });

  it('becomes unknown, never planned, when its process does not come back by the deadline', async () => {
    await house.ledger.plan([planOf('crashed')]);
    const { fence } = await begun('crashed', { leaseMs: 1 });
    const lookup = await waitFor('the deadline to pass', async () => {
      const beginning = await house.ledger.begin(beginOf('crashed'));
      return beginning.kind === 'lookup' ? beginning : null;
    });
    expect(lookup).toMatchObject({ fence, operation: 'post', sought: { link: 'https://herald.example/1' } });
    expect(await house.ledger.get('crashed', channel)).toMatchObject({ state: 'unknown', needs: 'lookup' });
  });

  it('does not let a process that came back too late write over what was found', async () => {
    await house.ledger.plan([planOf('zombie')]);
    const { fence } = await begun('zombie', { leaseMs: 1 });
    await waitFor('the deadline to pass', async () => (await house.ledger.begin(beginOf('zombie'))).kind === 'lookup');
    await house.ledger.resolve('zombie', channel, { tookEffect: false }, fence);
    expect(await accept('zombie', fence, '1')).toBe('fenced');
    expect(await house.ledger.get('zombie', channel)).toMatchObject({ state: 'planned', messageId: null });
  });

  it('asks for the newer revision when an older one was written', async () => {
    await house.ledger.plan([planOf('newer', { wanted: 3 })]);
    expect(await house.ledger.begin(beginOf('newer', { revision: 2 }))).toEqual({ kind: 'stale' });
  });
});

describe('the pace of a lane', () => {
  it('waits for the gap between two operations', async () => {
    const pace = { minGapMs: 60_000, rates: [] };
    const on = (article: string) => ({ ...planOf(article), channel: 'slow' });
    await house.ledger.plan([on('one'), on('two')]);
    const first = await house.ledger.begin({ ...beginOf('one', { pace }), channel: 'slow' });
    const second = await house.ledger.begin({ ...beginOf('two', { pace }), channel: 'slow' });
    expect([first.kind, second.kind]).toEqual(['begun', 'wait']);
  });

  it('waits when as many operations were begun as the rate allows', async () => {
    const pace = { minGapMs: 0, rates: [{ count: 2, perMs: 60_000 }] };
    const articles = ['one', 'two', 'three'];
    await house.ledger.plan(articles.map((article) => ({ ...planOf(article), channel: 'capped' })));
    const kinds = [];
    for (const article of articles)
      kinds.push((await house.ledger.begin({ ...beginOf(article, { pace }), channel: 'capped' })).kind);
    expect(kinds).toEqual(['begun', 'begun', 'wait']);
  });
});

describe('reading', () => {
  it('lists the newest planned first, by state', async () => {
    const on = (article: string) => ({ ...planOf(article), channel: 'listed' });
    await house.ledger.plan([on('a'), on('b')]);
    await house.ledger.plan([{ ...on('c'), skippedBy: 'to' }]);
    const ids = async (states?: readonly ('planned' | 'skipped')[]) =>
      (await house.ledger.list({ channels: ['listed'], limit: 10, ...(states ? { states } : {}) })).map(
        ({ article }) => article,
      );
    expect(await ids(['planned'])).toEqual(expect.arrayContaining(['a', 'b']));
    expect(await ids(['skipped'])).toEqual(['c']);
    expect((await house.ledger.counts('listed')).planned).toBe(2);
  });

  it('lists what needs a lane job: from planned to settled, and again from a change to settled', async () => {
    const on = <T>(request: T) => ({ ...request, channel: 'lane' });
    const toDo = async () => (await house.ledger.list({ toDo: true, channels: ['lane'], limit: 10 })).length;
    const begin = async (revision: number): Promise<Begun> => {
      const beginning = await house.ledger.begin(on(beginOf('a', { revision })));
      if (beginning.kind !== 'begun') throw new Error(`not begun but ${beginning.kind}`);
      return beginning;
    };
    const counts: number[] = [];
    const settle = async ({ fence }: Begun, outcome: 'accepted' | 'refused'): Promise<void> => {
      const yes = { outcome: 'accepted', messageId: '3', link: null, picture: false } as const;
      await house.ledger.settle('a', 'lane', fence, outcome === 'accepted' ? yes : { outcome, reason: 'Bad Request' });
      counts.push(await toDo());
    };
    const want = async (wanted: number | null): Promise<void> => {
      await house.ledger.plan([on(planOf('a', { wanted }))]);
      counts.push(await toDo());
    };
    await want(1);
    await settle(await begin(1), 'accepted');
    await want(2);
    const edit = await begin(2);
    counts.push(await toDo());
    await settle(edit, 'accepted');
    await want(3);
    await settle(await begin(3), 'refused');
    await house.ledger.retry('a', 'lane');
    counts.push(await toDo());
    await want(null);
    await settle(await begin(3), 'accepted');
    expect(counts).toEqual([1, 0, 1, 1, 0, 1, 0, 1, 1, 0]);
  });
});
