import { describe, expect, it } from '@jest/globals';
import { OutputError, PipeClosedError } from '../../../src/cli/sink.ts';
import type { CliWorld } from '../../../src/cli/world.ts';
import { createCliWorld } from '../../support/cli-world.ts';

const names = [
  'start',
  'worker',
  'console',
  'push',
  'compose',
  'status',
  'deliveries',
  'retry',
  'resolve',
  'correct',
  'retract',
  'pause',
  'resume',
  'link whatsapp',
  'access add',
  'access list',
  'access remove',
  'config check',
  'doctor',
];

describe('help', () => {
  it.each([['--help'], ['-h'], ['help']])('names every command on stdout: %s', async (word) => {
    const { code, stdout, stderr } = await createCliWorld().run(word);
    expect([code, stderr]).toEqual([0, '']);
    for (const name of names) expect(stdout).toContain(` ${name}`);
  });

  it.each(names)('explains %s without running it', async (name) => {
    const cli = createCliWorld();
    const { code, stdout } = await cli.run(...name.split(' '), '--help');
    expect(code).toBe(0);
    expect(stdout).toContain(`usage: tellal ${name}`);
    expect(cli.desks.opened).toBe(0);
  });

  it('explains every option of push', async () => {
    const { stdout } = await createCliWorld().run('push', '--help');
    for (const option of ['--to IDS', '--breaking', '--at TIME', '--dry-run', '--json'])
      expect(stdout).toContain(option);
  });

  it('explains a group of commands', async () => {
    const { code, stdout } = await createCliWorld().run('access', '--help');
    expect(code).toBe(0);
    expect(stdout).toContain('usage: tellal access add NAME');
  });

  it('tells the version', async () => {
    expect(await createCliWorld().run('--version')).toEqual({ code: 0, stdout: '1.2.3\n', stderr: '' });
  });
});

describe('wrong use', () => {
  it.each<[string, RegExp]>([
    ['', /usage: tellal COMMAND/],
    ['publish', /no command "publish".*tellal --help/],
    ['push', /FILE\|URL\|- is missing.*tellal push --help/],
    ['push a.json b.json', /"b.json"/],
    ['push a.json --loud', /--loud/],
    ['push a.json --to', /--to/],
    ['push a.json --at tomorrow', /--at.*ISO 8601.*"tomorrow"/],
    ['deliveries --state nope', /--state.*planned, sending, sent.*"nope"/],
    ['access', /tellal access add, tellal access list, tellal access remove/],
    ['access add Leyla', /--role with one of: viewer, editor, ops, admin/],
    ['access add Leyla --role chief', /--role/],
    ['resolve 1009@tg-ru', /either --sent MESSAGE_ID or --not-sent/],
    ['resolve 1009@tg-ru --sent 5 --not-sent', /either/],
    ['correct 1009', /FILE\|- is missing/],
    ['link', /tellal link whatsapp/],
  ])('of "tellal %s" is told on stderr, exit 2', async (line, words) => {
    const cli = createCliWorld();
    const { code, stdout, stderr } = await cli.run(...line.split(' ').filter((word) => word !== ''));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
    expect(cli.desks.opened).toBe(0);
  });
});

describe('start, worker and console', () => {
  const served: [string, keyof CliWorld][] = [
    ['start', 'start'],
    ['worker', 'work'],
    ['console', 'console'],
  ];

  it.each(served)('%s ends well when it was asked to stop', async (name) => {
    expect(await createCliWorld().run(name)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it.each(served)('%s says why it could not start, line by line', async (name, port) => {
    const message = 'config/newsroom.yaml:3:1 a: unknown\nconfig/newsroom.yaml:4:1 b: unknown';
    const cli = createCliWorld({
      [port]: async () => ({ ok: false, fault: { code: 'invalid', message, hint: 'mend the file' } }),
    });
    const { code, stderr } = await cli.run(name);
    expect(code).toBe(1);
    expect(stderr.split('\n')).toEqual([
      'tellal: config/newsroom.yaml:3:1 a: unknown',
      'config/newsroom.yaml:4:1 b: unknown',
      '  mend the file',
      '',
    ]);
  });
});

describe('streams', () => {
  it('ends quietly when the reader of the output has gone', async () => {
    const gone = { write: async () => Promise.reject(new PipeClosedError('gone')) };
    const cli = createCliWorld({ stdout: gone });
    expect(await cli.run('status')).toMatchObject({ code: 0, stderr: '' });
    expect(cli.desks.open).toBe(0);
  });

  it('fails when the output cannot be written', async () => {
    const cli = createCliWorld({ stdout: { write: async () => Promise.reject(new OutputError('ENOSPC: disk full')) } });
    expect(await cli.run('status')).toMatchObject({ code: 1, stderr: expect.stringContaining('disk full') });
    expect(cli.desks.open).toBe(0);
  });

  it('does what it was told when nobody hears its talk', async () => {
    const cli = createCliWorld({ stderr: { write: async () => Promise.reject(new PipeClosedError('gone')) } });
    expect((await cli.run('pause', 'tg-ru')).code).toBe(0);
    expect([...cli.seen.paused]).toEqual(['tg-ru']);
  });

  it('lets nothing that came from outside move the cursor', async () => {
    const cli = createCliWorld({
      openDesk: async () => ({ ok: false, fault: { code: 'unavailable', message: 'a\u001b[2Jb' } }),
    });
    expect((await cli.run('status')).stderr).toBe('tellal: a [2Jb\n');
  });
});
