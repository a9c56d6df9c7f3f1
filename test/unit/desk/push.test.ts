import { describe, expect, it } from '@jest/globals';
import { createDesk } from '../../../src/desk/create-desk.ts';
import { createDeskPorts } from '../../support/desk-ports.ts';
import { actorOf, faultOf, resultOf } from '../../support/desk-words.ts';

const editor = actorOf('editor');
const article = { id: '1009', url: 'https://herald.example/news/1009', title: 'Körpü vaxtından əvvəl açıldı' };

const open = () => {
  const memory = createDeskPorts();
  return { ...memory, desk: createDesk(memory.ports) };
};

describe('push', () => {
  it('puts the event on the queue as the contract has it', async () => {
    const { desk, seen } = open();
    const pushed = resultOf(await desk.push(editor, { article: { ...article, revision: 2 } }));
    expect(pushed).toEqual({ id: '1009', revision: 2 });
    expect(seen.events).toEqual([
      {
        type: 'article.published',
        data: expect.objectContaining({
          type: 'article.published',
          version: 1,
          article: expect.objectContaining({ ...article, revision: 2, priority: 'normal' }),
          push: {},
        }),
      },
    ]);
    expect(seen.audits).toEqual(['editor-1 push 1009']);
  });

  it('carries the channels, the time and the haste that the editor asked for', async () => {
    const { desk, seen } = open();
    const at = '2026-03-03T09:00:00+04:00';
    resultOf(await desk.push(editor, { article, to: ['tg-ru'], at, breaking: true }));
    expect(seen.events[0]?.data).toMatchObject({ article: { priority: 'breaking' }, push: { to: ['tg-ru'], at } });
  });

  it('names every fault of the article and queues nothing', async () => {
    const { desk, seen } = open();
    const fault = faultOf(await desk.push(editor, { article: { id: '1009' } }));
    expect(fault.code).toBe('invalid');
    expect(fault.errors?.map(({ path }) => path).sort()).toEqual(['title', 'url']);
    expect(seen.events).toEqual([]);
    expect(seen.audits).toEqual([]);
  });

  it('names the known channels when one is not known', async () => {
    const fault = faultOf(await open().desk.push(editor, { article, to: ['tg-ru', 'tg-rv'] }));
    expect(fault.errors).toEqual([{ path: 'to', message: expect.stringMatching(/"tg-rv".*tg-ru, preview-ru/) }]);
  });

  it('refuses an empty list of channels', async () => {
    const fault = faultOf(await open().desk.push(editor, { article, to: [] }));
    expect(fault.errors?.[0]?.path).toBe('to');
  });

  it.each([
    ['without an offset', '2026-03-03T09:00:00'],
    ['that is no time', 'tomorrow'],
    ['that no calendar has', '2026-02-30T09:00:00Z'],
    ['more than 30 days ahead', '2026-04-02T09:30:00Z'],
  ])('refuses a time %s', async (_what, at) => {
    const { desk, seen } = open();
    const fault = faultOf(await desk.push(editor, { article, at }));
    expect(fault.errors?.map(({ path }) => path)).toEqual(['at']);
    expect(seen.events).toEqual([]);
  });

  it('is not for viewers', async () => {
    const { desk, seen } = open();
    const fault = faultOf(await desk.push(actorOf('viewer'), { article }));
    expect(fault).toMatchObject({ code: 'forbidden', hint: expect.stringContaining('editor') });
    expect(seen.events).toEqual([]);
  });
});

describe('correct', () => {
  it('queues the whole article under the id of the path', async () => {
    const { desk, seen } = open();
    const { id: _id, ...body } = article;
    expect(resultOf(await desk.correct(editor, '1009', body))).toEqual({ id: '1009', revision: null });
    expect(seen.events).toEqual([
      { type: 'article.corrected', data: expect.objectContaining({ article: expect.objectContaining(article) }) },
    ]);
    expect(seen.audits).toEqual(['editor-1 correct 1009']);
  });

  it('refuses a body that names another article', async () => {
    const { desk, seen } = open();
    const fault = faultOf(await desk.correct(editor, '1008', article));
    expect(fault.errors).toEqual([{ path: 'id', message: expect.stringContaining('"1008"') }]);
    expect(seen.events).toEqual([]);
  });

  it.each([[null], ['text'], [[article]], [{ title: 'Only a title' }]])('refuses %j', async (body) => {
    const { desk, seen } = open();
    expect(faultOf(await desk.correct(editor, '1009', body)).code).toBe('invalid');
    expect(seen.events).toEqual([]);
  });
});

describe('retract', () => {
  it('queues a retraction, also of an article that is not known yet', async () => {
    const { desk, seen } = open();
    expect(resultOf(await desk.retract(editor, '1009'))).toEqual({ id: '1009', revision: null });
    expect(seen.events).toEqual([
      { type: 'article.retracted', data: { type: 'article.retracted', version: 1, article: { id: '1009' } } },
    ]);
    expect(seen.audits).toEqual(['editor-1 retract 1009']);
  });

  it('refuses an id that no article can have', async () => {
    const { desk, seen } = open();
    expect(faultOf(await desk.retract(editor, '')).code).toBe('invalid');
    expect(faultOf(await desk.retract(editor, 'x'.repeat(201))).code).toBe('invalid');
    expect(seen.events).toEqual([]);
  });
});
