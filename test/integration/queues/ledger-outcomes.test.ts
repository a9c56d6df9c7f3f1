import { describe, expect, it } from '@jest/globals';
import { beginOf, channel, planOf, useLedger } from '../../support/ledger-words.ts';

const house = useLedger();
const { begun, accept, sent } = house;

describe('an unknown outcome', () => {
  const unknown = async (article: string): Promise<number> => {
    await house.ledger.plan([planOf(article)]);
    const { fence } = await begun(article);
    await house.ledger.settle(article, channel, fence, { outcome: 'unknown', cause: 'the connection was cut' });
    return fence;
  };

  it('is parked until a person answers, and the lane goes on', async () => {
    const fence = await unknown('parked');
    await house.ledger.askPerson('parked', channel, fence, 'no proof chat');
    expect(await house.ledger.get('parked', channel)).toMatchObject({
      state: 'unknown',
      needs: 'person',
      reason: 'no proof chat',
    });
    expect(await house.ledger.begin(beginOf('parked'))).toEqual({ kind: 'nothing' });
  });

  it('is sent when a person says so, with the message id', async () => {
    await unknown('seen-by-eye');
    expect(await house.ledger.resolve('seen-by-eye', channel, { tookEffect: true, messageId: '77', link: null })).toBe(
      'resolved',
    );
    expect(await house.ledger.get('seen-by-eye', channel)).toMatchObject({
      state: 'sent',
      messageId: '77',
      needs: null,
    });
  });

  it('waits for the answer before a correction is posted, and then is an edit', async () => {
    await unknown('corrected');
    await house.ledger.plan([planOf('corrected', { wanted: 2 })]);
    expect(await house.ledger.begin(beginOf('corrected', { revision: 2 }))).toMatchObject({ kind: 'lookup' });
    await house.ledger.resolve('corrected', channel, { tookEffect: true, messageId: '78', link: null });
    expect(await begun('corrected', { revision: 2 })).toMatchObject({
      operation: 'edit',
      standing: { messageId: '78' },
    });
  });

  it('keeps what was said of a post that was not found', async () => {
    const fence = await unknown('not-found');
    await house.ledger.resolve('not-found', channel, { tookEffect: false }, fence);
    const second = await begun('not-found');
    await accept('not-found', second.fence, '80');
    const attempts = await house.ledger.attempts('not-found', channel);
    expect(attempts.map(({ sought }) => sought?.text ?? null)).toEqual(['Xəbər', null]);
  });

  it('is brought up to date when the post that was found may say an earlier revision', async () => {
    const fence = await unknown('older-words');
    const found = { tookEffect: true, messageId: '81', link: null, mayBeOlder: true } as const;
    await house.ledger.resolve('older-words', channel, found, fence);
    expect(await begun('older-words')).toMatchObject({ operation: 'edit', standing: { messageId: '81' } });
  });

  it('is refused when the platform has said no often enough, and only then', async () => {
    const fence = await unknown('hopeless');
    const no = { outcome: 'refused', reason: 'not taken in 5 tries' } as const;
    expect(await house.ledger.settle('hopeless', channel, fence, no)).toBe('settled');
    expect(await house.ledger.get('hopeless', channel)).toMatchObject({
      state: 'refused',
      reason: no.reason,
      needs: null,
    });
    expect((await house.ledger.attempts('hopeless', channel)).at(-1)?.receipt).toEqual(no);
    expect(await accept('hopeless', fence, '82')).toBe('fenced');
  });

  it('ends when it was retracted meanwhile and had not appeared', async () => {
    await unknown('taken-back');
    await house.ledger.plan([planOf('taken-back', { wanted: null })]);
    await house.ledger.resolve('taken-back', channel, { tookEffect: false });
    expect(await house.ledger.get('taken-back', channel)).toMatchObject({ state: 'skipped' });
  });
});

describe('a change about which a person is asked', () => {
  const unknownEdit = async (article: string): Promise<number> => {
    await house.sent(article, '90');
    await house.ledger.plan([planOf(article, { wanted: 2 })]);
    const { fence } = await begun(article, { revision: 2 });
    await house.ledger.settle(article, channel, fence, { outcome: 'unknown', cause: 'the connection was cut' });
    return fence;
  };
  const ask = (article: string, fence: number) => house.ledger.askPerson(article, channel, fence, 'no answer');

  it('is parked, also when the same is planned again', async () => {
    await ask('same-again', await unknownEdit('same-again'));
    await house.ledger.plan([planOf('same-again', { wanted: 2 })]);
    expect(await house.ledger.get('same-again', channel)).toMatchObject({ state: 'unknown', needs: 'person' });
    expect(await house.ledger.begin(beginOf('same-again', { revision: 2 }))).toEqual({ kind: 'nothing' });
  });

  it.each([
    ['a newer correction', 3, 'edit'],
    ['a retraction', null, 'remove'],
  ] as const)('gives way to %s', async (_what, wanted, operation) => {
    const article = `way-for-${operation}`;
    await ask(article, await unknownEdit(article));
    expect(await house.ledger.plan([planOf(article, { wanted })])).toMatchObject([{ toDo: true }]);
    expect(await house.ledger.get(article, channel)).toMatchObject({ state: 'sent', needs: null, reason: null });
    expect(await begun(article, { revision: 3 })).toMatchObject({ operation, standing: { messageId: '90' } });
  });

  it('is not parked where something newer is wanted already, and can be found if its job was lost', async () => {
    const fence = await unknownEdit('newer-wanted');
    await house.ledger.plan([planOf('newer-wanted', { wanted: 3 })]);
    await ask('newer-wanted', fence);
    expect(await house.ledger.get('newer-wanted', channel)).toMatchObject({ state: 'sent', needs: null });
    const toDo = await house.ledger.list({ toDo: true, channels: [channel], limit: 100 });
    expect(toDo.map(({ article }) => article)).toContain('newer-wanted');
    expect(await begun('newer-wanted', { revision: 3 })).toMatchObject({ operation: 'edit' });
  });

  it('stays parked if it is a removal, whatever is planned', async () => {
    await house.sent('taken-away');
    await house.ledger.plan([planOf('taken-away', { wanted: null })]);
    const { fence } = await begun('taken-away');
    await house.ledger.settle('taken-away', channel, fence, { outcome: 'unknown', cause: 'the connection was cut' });
    await ask('taken-away', fence);
    await house.ledger.plan([planOf('taken-away', { wanted: 4 }), planOf('taken-away', { wanted: null })]);
    expect(await house.ledger.get('taken-away', channel)).toMatchObject({ state: 'unknown', needs: 'person' });
  });
});

describe('a post that a person puts on the channel by hand', () => {
  it('is passed over by its lane, and is sent once the person says so', async () => {
    await house.ledger.plan([planOf('by-hand')]);
    expect(await house.ledger.hold('by-hand', channel, 'Elif')).toBe('held');
    expect(await house.ledger.get('by-hand', channel)).toMatchObject({
      state: 'unknown',
      needs: 'person',
      reason: 'Elif posts it by hand',
    });
    expect(await house.ledger.begin(beginOf('by-hand'))).toEqual({ kind: 'nothing' });
    await house.ledger.resolve('by-hand', channel, { tookEffect: true, messageId: '81', link: null });
    expect(await house.ledger.get('by-hand', channel)).toMatchObject({
      state: 'sent',
      revision: 1,
      messageId: '81',
      reason: 'posted by hand by Elif',
    });
    expect(await house.ledger.begin(beginOf('by-hand'))).toEqual({ kind: 'nothing' });
  });

  it('is sent by its lane when the person gives it back', async () => {
    await house.ledger.plan([planOf('given-back')]);
    await house.ledger.hold('given-back', channel, 'Elif');
    await house.ledger.resolve('given-back', channel, { tookEffect: false });
    expect(await begun('given-back')).toMatchObject({ operation: 'post' });
  });

  it('is refused as before when the person gives a refused one back', async () => {
    await house.ledger.plan([planOf('refused-back')]);
    const { fence } = await begun('refused-back');
    await house.ledger.settle('refused-back', channel, fence, { outcome: 'refused', reason: 'not an administrator' });
    await house.ledger.hold('refused-back', channel, 'Elif');
    await house.ledger.resolve('refused-back', channel, { tookEffect: false });
    expect(await house.ledger.get('refused-back', channel)).toMatchObject({
      state: 'refused',
      reason: 'not an administrator',
    });
  });

  it('is not taken out of a send under way, nor from what stands or was retracted', async () => {
    await house.ledger.plan([planOf('under-way'), planOf('not-wanted')]);
    const { fence } = await begun('under-way');
    expect(await house.ledger.hold('under-way', channel, 'Elif')).toBe('not-holdable');
    await accept('under-way', fence, '82');
    expect(await house.ledger.hold('under-way', channel, 'Elif')).toBe('not-holdable');
    await house.ledger.plan([planOf('not-wanted', { wanted: null })]);
    expect(await house.ledger.hold('not-wanted', channel, 'Elif')).toBe('not-holdable');
    expect(await house.ledger.hold('never-heard-of', channel, 'Elif')).toBe('no-such-delivery');
  });

  it('is not sent by a look that was under way', async () => {
    await house.ledger.plan([planOf('looked-for')]);
    const { fence } = await begun('looked-for');
    await house.ledger.settle('looked-for', channel, fence, { outcome: 'unknown', cause: 'the connection was cut' });
    await house.ledger.hold('looked-for', channel, 'Elif');
    expect(await house.ledger.resolve('looked-for', channel, { tookEffect: false }, fence)).toBe('not-unknown');
    expect(await house.ledger.begin(beginOf('looked-for'))).toEqual({ kind: 'nothing' });
  });
});

describe('what stands on the channel', () => {
  it('is edited when a correction is wanted', async () => {
    await sent('edited', '12');
    await house.ledger.plan([planOf('edited', { wanted: 2 })]);
    const { operation, standing, fence } = await begun('edited', { revision: 2 });
    expect({ operation, standing }).toEqual({ operation: 'edit', standing: { messageId: '12', picture: false } });
    await accept('edited', fence, '12');
    expect(await house.ledger.get('edited', channel)).toMatchObject({ state: 'sent', revision: 2, wanted: 2 });
  });

  it('is removed when it is retracted', async () => {
    await sent('removed', '13');
    await house.ledger.plan([planOf('removed', { wanted: null })]);
    const { operation, fence } = await begun('removed');
    expect(operation).toBe('remove');
    await accept('removed', fence, '13');
    expect(await house.ledger.get('removed', channel)).toMatchObject({ state: 'removed', wanted: null });
  });
});

describe('a post that turns up', () => {
  it.each(['refused', 'skipped', 'planned'] as const)('makes a delivery that was %s a sent one', async (state) => {
    const article = `found-${state}`;
    await house.ledger.plan([planOf(article, state === 'skipped' ? { skippedBy: 'takes.sections' } : {})]);
    if (state === 'refused') {
      const { fence } = await begun(article);
      await house.ledger.settle(article, channel, fence, { outcome: 'refused', reason: 'no' });
    }
    expect(await house.ledger.adopt(article, channel, null, '90', 'https://t.me/herald/90')).toBe(true);
    expect(await house.ledger.get(article, channel)).toMatchObject({ state: 'sent', messageId: '90', reason: null });
    expect(await begun(article)).toMatchObject({ operation: 'edit', standing: { messageId: '90' } });
  });

  it('is no second post when its edit is refused and planned again', async () => {
    await sent('twice-no', '91');
    expect(await house.ledger.adopt('twice-no', channel, '91', '92', null)).toBe(true);
    const { fence } = await begun('twice-no');
    await house.ledger.settle('twice-no', channel, fence, { outcome: 'refused', reason: 'no' });
    await house.ledger.retry('twice-no', channel);
    expect(await begun('twice-no')).toMatchObject({ operation: 'edit', standing: { messageId: '92' } });
  });

  it('is removed when the article is retracted after its edit was refused', async () => {
    await sent('restated', '93');
    await house.ledger.restate('restated', channel);
    const { fence, operation } = await begun('restated');
    expect(operation).toBe('edit');
    await house.ledger.settle('restated', channel, fence, { outcome: 'refused', reason: 'no' });
    await house.ledger.plan([planOf('restated', { wanted: null })]);
    expect(await begun('restated')).toMatchObject({ operation: 'remove', standing: { messageId: '93' } });
  });
});
