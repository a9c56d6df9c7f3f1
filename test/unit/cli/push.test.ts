import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../../src/article/delivery.ts';
import { createCliWorld, readLines } from '../../support/cli-world.ts';
import { articleOf, deliveryOf } from '../../support/desk-words.ts';

const article = { id: '1009', url: 'https://herald.example/news/1009', title: 'Мост открыли на месяц раньше' };

/** A world in which a worker takes what is queued while the command waits. */
const withWorker = (
  deliveries: readonly Delivery[],
  cli: ReturnType<typeof createCliWorld> = createCliWorld(),
  revision = 1,
) => {
  cli.clock.onPause = () => {
    if (cli.seen.events.length === 0) return;
    cli.archive(articleOf({ revision }));
    for (const delivery of deliveries) cli.settle(delivery);
  };
  return cli;
};

const sent = [deliveryOf('1009', 'tg-ru', { messageId: '12' }), deliveryOf('1009', 'preview-ru', { messageId: '3' })];

describe('push', () => {
  it.each<[string, object]>([
    ['a bare article', article],
    ['an event', { type: 'article.published', version: 1, article }],
  ])('queues %s and prints a line per channel', async (_what, content) => {
    const cli = withWorker(sent);
    cli.files.set('a.json', JSON.stringify(content));
    expect(await cli.run('push', 'a.json')).toEqual({
      code: 0,
      stdout: 'tg-ru       sent  12\npreview-ru  sent  3\n',
      stderr: '',
    });
    expect(cli.seen.events.map(({ type }) => type)).toEqual(['article.published']);
    expect([cli.desks.open, cli.seen.watchers.size]).toEqual([0, 0]);
  });

  it('reads stdin, and stops watching when all is settled', async () => {
    const cli = withWorker(sent, createCliWorld({ stdin: Readable.from([Buffer.from(JSON.stringify(article))]) }));
    expect((await cli.run('push', '-')).code).toBe(0);
    expect(cli.clock.ms).toBeLessThan(10_000);
  });

  it('reads a page for an address', async () => {
    const cli = withWorker(sent);
    cli.seen.pages.set(article.url, { ok: true, value: articleOf() });
    expect((await cli.run('push', article.url)).code).toBe(0);
    expect(cli.seen.events[0]?.data).toMatchObject({ article: { id: '1009', revision: null } });
  });

  it('passes on channels, time and haste; options win over the event', async () => {
    const cli = withWorker(sent);
    const at = '2026-03-02T14:00:00+04:00';
    cli.files.set('a.json', JSON.stringify({ type: 'article.published', article, push: { to: ['tg-ru'], at } }));
    await cli.run('push', 'a.json', '--to', 'preview-ru, tg-ru', '--breaking');
    expect(cli.seen.events[0]?.data).toMatchObject({
      article: { priority: 'breaking' },
      push: { to: ['preview-ru', 'tg-ru'], at },
    });
  });

  it('prints the deliveries as JSON', async () => {
    const cli = withWorker(sent);
    cli.files.set('a.json', JSON.stringify(article));
    const { stdout } = await cli.run('push', 'a.json', '--json');
    expect(readLines(stdout)).toEqual(sent);
  });

  it('fails when a platform said no, with its words', async () => {
    const refused = deliveryOf('1009', 'tg-ru', { state: 'refused', messageId: null, reason: 'chat not found' });
    const cli = withWorker([
      refused,
      deliveryOf('1009', 'preview-ru', { state: 'skipped', reason: 'takes.languages' }),
    ]);
    cli.files.set('a.json', JSON.stringify(article));
    expect(await cli.run('push', 'a.json')).toMatchObject({
      code: 1,
      stdout: 'tg-ru       refused  chat not found\npreview-ru  skipped  takes.languages\n',
    });
  });

  it('fails when nobody can tell, and says how to', async () => {
    const unknown = deliveryOf('1009', 'tg-ru', { state: 'unknown', needs: 'person', messageId: null, reason: 'cut' });
    const cli = withWorker([unknown, deliveryOf('1009', 'preview-ru')]);
    cli.files.set('a.json', JSON.stringify(article));
    const { code, stderr } = await cli.run('push', 'a.json');
    expect(code).toBe(1);
    expect(stderr).toContain('tellal resolve 1009@tg-ru --sent MESSAGE_ID | --not-sent');
  });

  it('does not wait for what is planned for later', async () => {
    const later = { state: 'planned', messageId: null, dueAt: Date.parse('2026-03-03T09:00:00Z') } as const;
    const cli = withWorker([deliveryOf('1009', 'tg-ru', later), deliveryOf('1009', 'preview-ru', later)]);
    cli.files.set('a.json', JSON.stringify(article));
    const { stdout } = await cli.run('push', 'a.json');
    expect(stdout).toContain('tg-ru       planned  not before 2026-03-03T09:00:00.000Z\n');
    expect(cli.clock.ms).toBeLessThan(10_000);
  });

  it('takes what stands there from before for nothing new', async () => {
    const cli = createCliWorld();
    cli.archive(articleOf());
    for (const delivery of sent) cli.settle(delivery);
    const corrected = sent.map((delivery) => ({ ...delivery, revision: 2, wanted: 2 }));
    withWorker(corrected, cli, 2).files.set('a.json', JSON.stringify(article));
    const { stdout } = await cli.run('push', 'a.json', '--json');
    expect(readLines(stdout)).toEqual(corrected);
  });

  it('waits for the ledger, which learns of a revision after the archive', async () => {
    const cli = createCliWorld();
    for (const delivery of sent) cli.settle(delivery);
    cli.archive(articleOf());
    let pauses = 0;
    cli.clock.onPause = () => {
      pauses += 1;
      cli.archive(articleOf({ revision: 2 }));
      if (pauses > 1) for (const delivery of sent) cli.settle({ ...delivery, revision: 2, wanted: 2 });
    };
    cli.files.set('a.json', JSON.stringify(article));
    const { stdout } = await cli.run('push', 'a.json', '--json');
    expect(readLines(stdout).map(({ revision }) => revision)).toEqual([2, 2]);
  });

  it('does not wait long for an article that is known as it is', async () => {
    const cli = createCliWorld();
    cli.archive(articleOf());
    for (const delivery of sent) cli.settle(delivery);
    cli.files.set('a.json', JSON.stringify(article));
    const { code, stdout, stderr } = await cli.run('push', 'a.json');
    expect(code).toBe(0);
    expect(stdout).toContain('tg-ru       sent  12\n');
    expect(stderr).toContain('nothing has changed');
    expect(cli.clock.ms).toBe(3_000);
  });

  it('says what is not settled after ten seconds', async () => {
    const cli = withWorker([deliveryOf('1009', 'tg-ru', { state: 'planned' }), deliveryOf('1009', 'preview-ru')]);
    cli.files.set('a.json', JSON.stringify(article));
    const { code, stdout, stderr } = await cli.run('push', 'a.json');
    expect(code).toBe(0);
    expect(stdout).toContain('tg-ru       planned');
    expect(stderr).toContain('not settled yet');
    expect(cli.clock.ms).toBe(10_000);
  });

  it('says what may be missing when nothing comes of it, and has still queued it', async () => {
    const cli = createCliWorld();
    cli.files.set('a.json', JSON.stringify(article));
    const { code, stdout, stderr } = await cli.run('push', 'a.json');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('no worker runs');
    expect(cli.seen.events).toHaveLength(1);
  });

  it.each<[string, string | Uint8Array | null, RegExp]>([
    ['a file that is not there', null, /a\.json cannot be read: there is no such file/],
    ['an empty file', ' \n', /a\.json is empty/],
    ['what is not JSON', 'title: Мост', /a\.json is not JSON/],
    ['what is not UTF-8', Buffer.from([0x22, 0xcc, 0xee, 0xf1, 0xf2, 0x22]), /a\.json is not UTF-8/],
    ['what is too large', `"${'x'.repeat(5 * 1024 * 1024)}"`, /more than 5 MB/],
    ['a list', '[]', /must be an object/],
    ['an article without a title', '{"id":"1","url":"https://herald.example/1"}', /title is missing/],
    ['a retraction', '{"type":"article.retracted","article":{"id":"1"}}', /tellal retract ID/],
  ])('refuses %s', async (_what, content, words) => {
    const cli = createCliWorld();
    if (content !== null) cli.files.set('a.json', content);
    const { code, stdout, stderr } = await cli.run('push', 'a.json');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(words);
    expect(cli.seen.events).toEqual([]);
    expect([cli.desks.open, cli.seen.watchers.size]).toEqual([0, 0]);
  });

  it('does not push what was retracted', async () => {
    const cli = createCliWorld();
    cli.archive(articleOf(), { retracted: true });
    cli.files.set('a.json', JSON.stringify(article));
    const { code, stderr } = await cli.run('push', 'a.json');
    expect(code).toBe(1);
    expect(stderr).toContain('final');
    expect(cli.seen.events).toEqual([]);
  });

  it('fails when Redis is away', async () => {
    const cli = createCliWorld();
    cli.files.set('a.json', JSON.stringify(article));
    cli.failWith(new Error('connect ECONNREFUSED'));
    const { code, stderr } = await cli.run('push', 'a.json');
    expect(code).toBe(1);
    expect(stderr).toContain('REDIS_URL');
    expect(cli.desks.open).toBe(0);
  });
});

describe('push --dry-run', () => {
  it('prints what each channel would say, and queues nothing', async () => {
    const cli = createCliWorld();
    cli.files.set('a.json', JSON.stringify({ ...article, text: 'Движение началось в понедельник.' }));
    const { code, stdout } = await cli.run('push', 'a.json', '--dry-run', '--to', 'tg-ru');
    expect(code).toBe(0);
    expect(stdout).toContain('  <b>Мост открыли на месяц раньше</b>\n\n  Движение началось в понедельник.\n');
    expect(stdout).toContain('preview-ru  skipped  to\n');
    expect(cli.seen.events).toEqual([]);
  });

  it('prints JSON', async () => {
    const cli = createCliWorld();
    cli.files.set('a.json', JSON.stringify(article));
    const { stdout } = await cli.run('push', 'a.json', '--dry-run', '--json');
    expect(readLines(stdout).map(({ channel }) => channel)).toEqual(['tg-ru', 'preview-ru']);
  });

  it('fails for an article that a push would not take', async () => {
    const cli = createCliWorld();
    cli.files.set('a.json', '{"title":"Мост"}');
    const { code, stderr } = await cli.run('push', 'a.json', '--dry-run');
    expect(code).toBe(1);
    expect(stderr).toMatch(/id is missing\n.*url is missing/);
  });
});

describe('correct and retract', () => {
  it('corrects, and shows what stands there now', async () => {
    const cli = createCliWorld();
    cli.archive(articleOf());
    const corrected = sent.map((delivery) => ({ ...delivery, revision: 2, wanted: 2 }));
    withWorker(corrected, cli, 2).files.set('a.json', JSON.stringify(article));
    expect(await cli.run('correct', '1009', 'a.json')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('sent  12'),
    });
    expect(cli.seen.events.map(({ type }) => type)).toEqual(['article.corrected']);
  });

  it('retracts, and shows that the posts are gone', async () => {
    const cli = createCliWorld();
    cli.archive(articleOf());
    cli.clock.onPause = () => {
      cli.archive(articleOf(), { retracted: true });
      for (const one of sent) cli.settle({ ...one, state: 'removed', wanted: null });
    };
    const { code, stdout } = await cli.run('retract', '1009');
    expect([code, stdout]).toEqual([0, 'tg-ru       removed\npreview-ru  removed\n']);
  });

  it('retracts an article that nobody knows yet', async () => {
    const cli = createCliWorld();
    const { code, stderr } = await cli.run('retract', '1009');
    expect(code).toBe(0);
    expect(stderr).toContain('will not be published');
    expect(cli.seen.events.map(({ type }) => type)).toEqual(['article.retracted']);
  });
});
