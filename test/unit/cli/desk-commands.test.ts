import { describe, expect, it } from '@jest/globals';
import { createCliWorld, readLines } from '../../support/cli-world.ts';
import { deliveryOf } from '../../support/desk-words.ts';

const seeded = () => {
  const cli = createCliWorld();
  cli.settle(deliveryOf('1009', 'tg-ru', { plannedAt: 2 }));
  cli.settle(
    deliveryOf('1010', 'preview-ru', {
      plannedAt: 1,
      state: 'refused',
      revision: 0,
      messageId: null,
      sentAt: null,
      reason: 'too\nlong',
    }),
  );
  return cli;
};

describe('status', () => {
  it('shows channels, lanes and deliveries in columns', async () => {
    const { code, stdout, stderr } = await seeded().run('status');
    expect(code).toBe(0);
    expect(stdout.split('\n')).toEqual([
      'CHANNEL     STATUS  LANE  WAITING  ACTIVE  DELAYED  DELIVERIES',
      'tg-ru       ready   open  3        1       2        1 sent',
      'preview-ru  down    open  3        1       2        1 refused',
      '',
    ]);
    expect(stderr).toContain('preview-ru: no worker runs this channel; start one with: tellal worker');
  });
});

describe('deliveries', () => {
  it('lists them, the newest first, one line each', async () => {
    const { stdout } = await seeded().run('deliveries');
    expect(stdout.split('\n')).toEqual([
      '1009@tg-ru       sent     2026-03-02T09:29:59.000Z  12',
      '1010@preview-ru  refused  1970-01-01T00:00:00.001Z  too long',
      '',
    ]);
  });

  it('lists those in one state, as JSON', async () => {
    const { stdout } = await seeded().run('deliveries', '--state', 'refused', '--json');
    expect(readLines(stdout)).toEqual([expect.objectContaining({ id: '1010@preview-ru', reason: 'too\nlong' })]);
  });

  it('prints nothing on stdout when there are none', async () => {
    expect(await seeded().run('deliveries', '--state', 'unknown')).toMatchObject({ code: 0, stdout: '' });
  });

  it('colours the states where colour is wanted', async () => {
    const cli = createCliWorld({ color: true });
    cli.settle(deliveryOf('1009', 'tg-ru'));
    expect((await cli.run('deliveries')).stdout).toContain('\u001b[32msent\u001b[0m');
  });
});

describe('retry, resolve, pause and resume', () => {
  it('retry plans again', async () => {
    const cli = seeded();
    expect(await cli.run('retry', '1010@preview-ru')).toMatchObject({ code: 0, stdout: '' });
    expect(cli.seen.jobs).toHaveLength(1);
  });

  it('retry fails for what cannot be retried', async () => {
    expect(await seeded().run('retry', '1009@tg-ru')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is sent'),
    });
  });

  it.each([
    [['--sent', '77'], { state: 'sent', messageId: '77' }],
    [['--not-sent'], { state: 'planned' }],
  ])('resolve takes %j for an answer', async (answer, expected) => {
    const cli = createCliWorld();
    cli.settle(deliveryOf('1009', 'tg-ru', { state: 'unknown', needs: 'person', messageId: null }));
    expect((await cli.run('resolve', '1009@tg-ru', ...answer)).code).toBe(0);
    expect(cli.seen.deliveries.get('1009@tg-ru')).toMatchObject(expected);
  });

  it('pause and resume switch a lane', async () => {
    const cli = createCliWorld();
    expect((await cli.run('pause', 'tg-ru')).code).toBe(0);
    expect([...cli.seen.paused]).toEqual(['tg-ru']);
    expect((await cli.run('resume', 'tg-ru')).code).toBe(0);
    expect([...cli.seen.paused]).toEqual([]);
    expect(await cli.run('pause', 'tg')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('tg-ru, preview-ru'),
    });
  });
});

describe('access', () => {
  it('gives a token on stdout, lists its holder and takes it back', async () => {
    const cli = createCliWorld();
    const added = await cli.run('access', 'add', 'Leyla', '--role', 'editor');
    expect(added.stdout).toMatch(/^tellal_[\w-]{43}\n$/);
    expect(added.stderr).not.toContain(added.stdout.trim());
    expect((await cli.run('access', 'list')).stdout).toBe('Leyla  editor\n');
    expect((await cli.run('access', 'remove', 'Leyla')).code).toBe(0);
    expect((await cli.run('access', 'remove', 'Leyla')).code).toBe(1);
    expect((await cli.run('access', 'list')).stdout).toBe('');
  });
});

describe('config check and doctor', () => {
  it('config check says that nothing is wrong', async () => {
    expect(await createCliWorld().run('config', 'check')).toEqual({
      code: 0,
      stdout: '',
      stderr: 'tellal: two channels, and nothing is wrong\n',
    });
  });

  it.each([
    ['warning', 0],
    ['failed', 1],
  ] as const)('doctor prints what it found; %s gives %d', async (state, code) => {
    const found = { subject: 'chromium', state, detail: 'runs as root', hint: 'add --no-sandbox' };
    const fine = { subject: 'redis', state: 'ok', detail: 'answers', hint: null } as const;
    expect(await createCliWorld({ doctor: async () => [fine, found] }).run('doctor')).toMatchObject({
      code,
      stdout: expect.stringMatching(/^redis {5}ok +answers\nchromium {2}\w+ +runs as root; add --no-sandbox\n$/),
    });
  });
});

describe('retry --all', () => {
  it('plans every refused delivery again in the order of their planning', async () => {
    const cli = createCliWorld();
    const refused = { state: 'refused', revision: 0, messageId: null, sentAt: null, reason: 'no' } as const;
    cli.settle(deliveryOf('2', 'tg-ru', { ...refused, plannedAt: 20 }));
    cli.settle(deliveryOf('1', 'tg-ru', { ...refused, plannedAt: 10 }));
    cli.settle(deliveryOf('3', 'tg-ru', { plannedAt: 5 }));
    const { code, stderr } = await cli.run('retry', '--all');
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringContaining('2 of 2 refused deliveries are planned again'),
    });
    expect(cli.seen.jobs.map(({ article }) => article)).toEqual(['1', '2']);
  });

  it.each([['retry'], ['retry 1@tg-ru --all'], ['retry --channel tg-ru --all']])(
    'is wrong use as: %s',
    async (typed) => {
      expect(await createCliWorld().run(...typed.split(' '))).toMatchObject({ code: 2 });
    },
  );
});
