import { describe, expect, it } from '@jest/globals';
import type { Attempt, Delivery } from '../../../src/article/delivery.ts';
import { createDesk } from '../../../src/desk/create-desk.ts';
import { createDeskPorts } from '../../support/desk-ports.ts';
import { actorOf, articleOf, deliveryOf, faultOf, resultOf } from '../../support/desk-words.ts';

const editor = actorOf('editor');
const id = '1009@tg-ru';

const open = (changes: Partial<Delivery>, operation: Attempt['operation'] = 'post') => {
  const memory = createDeskPorts();
  memory.archive(articleOf({ priority: 'breaking' }));
  memory.settle(deliveryOf('1009', 'tg-ru', { messageId: null, revision: 0, ...changes }));
  memory.seen.attempts.set(id, [{ fence: 1, operation, revision: 1, startedAt: 1, endedAt: null, receipt: null }]);
  return { ...memory, desk: createDesk(memory.ports) };
};

const job = { article: '1009', channel: 'tg-ru', breaking: true, delayMs: 0 };

describe('retry', () => {
  it.each(['refused', 'skipped'] as const)('plans a %s delivery again and wakes its lane', async (state) => {
    const { desk, seen } = open({ state, reason: 'chat not found' });
    expect(resultOf(await desk.retry(editor, id))).toMatchObject({ id, state: 'planned', reason: null });
    expect(seen.jobs).toEqual([job]);
    expect(seen.audits).toEqual(['editor-1 retry 1009@tg-ru']);
  });

  it('wakes the lane of one that is planned already: the job may have been lost', async () => {
    const { desk, seen } = open({ state: 'planned' });
    expect(resultOf(await desk.retry(editor, id)).state).toBe('planned');
    expect(seen.jobs).toEqual([job]);
  });

  it.each<[string, Partial<Delivery>, RegExp]>([
    ['stands on the channel', { state: 'sent', revision: 1 }, /only a refused or skipped/],
    ['was retracted', { state: 'skipped', wanted: null }, /retracted/],
    ['needs a person', { state: 'unknown', needs: 'person' }, /tellal resolve 1009@tg-ru/],
    ['is being looked up', { state: 'unknown', needs: 'lookup' }, /looking/],
  ])('leaves alone what %s', async (_what, changes, hint) => {
    const { desk, seen } = open(changes);
    expect(faultOf(await desk.retry(editor, id))).toMatchObject({
      code: 'conflict',
      hint: expect.stringMatching(hint),
    });
    expect([seen.jobs, seen.audits]).toEqual([[], []]);
  });

  it.each([
    ['1008@tg-ru', 'not-found'],
    ['1009@tg-az', 'not-found'],
    ['1009', 'invalid'],
    ['', 'invalid'],
  ])('knows no delivery %j', async (unknown, code) => {
    expect(faultOf(await open({ state: 'refused' }).desk.retry(editor, unknown)).code).toBe(code);
  });
});

describe('resolve', () => {
  const unknown = { state: 'unknown', needs: 'person' } as const;

  it('takes the word that a post was sent, with its id', async () => {
    const { desk, seen } = open(unknown);
    const resolved = resultOf(await desk.resolve(editor, id, { sent: true, messageId: ' 77 ' }));
    expect(resolved).toMatchObject({ state: 'sent', messageId: '77', needs: null });
    expect(seen.jobs).toEqual([]);
    expect(seen.audits).toEqual(['editor-1 resolve --sent 1009@tg-ru']);
  });

  it('wakes the lane when a correction came in the meantime', async () => {
    const { desk, seen } = open({ ...unknown, wanted: 2 });
    resultOf(await desk.resolve(editor, id, { sent: true, messageId: '77' }));
    expect(seen.jobs).toEqual([job]);
  });

  it('takes the word that it was not sent, and has it sent', async () => {
    const { desk, seen } = open(unknown);
    expect(resultOf(await desk.resolve(editor, id, { sent: false })).state).toBe('planned');
    expect(seen.jobs).toEqual([job]);
    expect(seen.audits).toEqual(['editor-1 resolve --not-sent 1009@tg-ru']);
  });

  it('asks for the id of a post, but not for that of an edit', async () => {
    const post = await open(unknown).desk.resolve(editor, id, { sent: true, messageId: '  ' });
    expect(faultOf(post).errors?.[0]?.path).toBe('messageId');
    const edit = await open(unknown, 'edit').desk.resolve(editor, id, { sent: true, messageId: null });
    expect(edit.ok).toBe(true);
  });

  it.each([
    ['is no number', 'herald_ru', /number at the end of the link/],
    ['is that of another post', '76', /another post/],
  ])('takes no id that %s: a correction would act on it', async (_what, messageId, words) => {
    const { desk, settle, seen } = open(unknown);
    settle(deliveryOf('1008', 'tg-ru', { messageId: '76' }));
    const fault = faultOf(await desk.resolve(editor, id, { sent: true, messageId }));
    expect(fault.errors).toEqual([{ path: 'messageId', message: expect.stringMatching(words) }]);
    expect(seen.deliveries.get(id)).toMatchObject(unknown);
  });

  it('takes a link for the id that it ends with', async () => {
    const { desk } = open(unknown);
    const link = 'https://t.me/herald_ru/77';
    const resolved = resultOf(await desk.resolve(editor, id, { sent: true, messageId: `${link}/?single` }));
    expect(resolved).toMatchObject({ messageId: '77' });
  });

  it.each(['planned', 'refused'] as const)('takes the word that a %s post was put there by hand', async (state) => {
    const { desk, seen } = open({ state });
    expect(resultOf(await desk.resolve(editor, id, { sent: true, messageId: '77' })).state).toBe('sent');
    expect(seen.jobs).toEqual([]);
  });

  it('warns whoever posted by hand what Tellal sent meanwhile', async () => {
    const { desk } = open({ state: 'sending' });
    const fault = faultOf(await desk.resolve(editor, id, { sent: true, messageId: '77' }));
    expect(fault).toMatchObject({ code: 'conflict', hint: expect.stringContaining('delete one of the two') });
  });

  it('refuses to resolve what is not unknown', async () => {
    const { desk, seen } = open({ state: 'refused' });
    const fault = faultOf(await desk.resolve(editor, id, { sent: false }));
    expect(fault).toMatchObject({ code: 'conflict', hint: expect.stringContaining('tellal retry') });
    expect([seen.jobs, seen.audits]).toEqual([[], []]);
  });

  it('knows no delivery of another article', async () => {
    const fault = faultOf(await open(unknown).desk.resolve(editor, '1008@tg-ru', { sent: false }));
    expect(fault.code).toBe('not-found');
  });
});

describe('hold', () => {
  it('takes a post out of its lane, and leaves who did it', async () => {
    const { desk, seen } = open({ state: 'planned' });
    expect(resultOf(await desk.hold(editor, id))).toMatchObject({ state: 'unknown', needs: 'person' });
    expect(seen.audits).toEqual(['editor-1 hold 1009@tg-ru']);
  });

  it.each<[string, Partial<Delivery>, RegExp]>([
    ['is being sent', { state: 'sending' }, /just now/],
    ['stands on the channel', { state: 'sent', revision: 1 }, /does not stand/],
    ['was retracted', { state: 'skipped', wanted: null }, /retracted/],
  ])('leaves alone what %s', async (_what, changes, hint) => {
    const { desk, seen } = open(changes);
    expect(faultOf(await desk.hold(editor, id))).toMatchObject({
      code: 'conflict',
      hint: expect.stringMatching(hint),
    });
    expect(seen.audits).toEqual([]);
  });

  it('knows no delivery of another article', async () => {
    expect(faultOf(await open({}).desk.hold(editor, '1008@tg-ru')).code).toBe('not-found');
  });
});

describe('pause and resume', () => {
  it('hold a lane and let it go on', async () => {
    const { desk, seen } = open({});
    const ops = actorOf('ops');
    resultOf(await desk.pause(ops, 'tg-ru'));
    expect([...seen.paused]).toEqual(['tg-ru']);
    resultOf(await desk.resume(ops, 'tg-ru'));
    expect([...seen.paused]).toEqual([]);
    expect(seen.audits).toEqual(['ops-1 pause tg-ru', 'ops-1 resume tg-ru']);
  });

  it('name the known channels when one is not known', async () => {
    const fault = faultOf(await open({}).desk.pause(actorOf('ops'), 'tg'));
    expect(fault).toMatchObject({ code: 'not-found', hint: 'the channels are tg-ru, preview-ru' });
  });
});
