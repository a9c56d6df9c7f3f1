import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { clearProfile } from '../../../src/channels/whatsapp/profile-lock.ts';

let profile: string;
let folder: string;
const started: ChildProcess[] = [];

beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'tellal-profile-'));
  folder = join(profile, 'session');
  await mkdir(folder);
});
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await rm(profile, { recursive: true });
});

/** A process that waits, with these arguments. */
const start = async (...args: readonly string[]): Promise<ChildProcess & { readonly pid: number }> => {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume(); console.log()', '--', ...args]);
  started.push(child);
  await once(child.stdout, 'data');
  return child as ChildProcess & { readonly pid: number };
};
const lock = (owner: string): Promise<void> => symlink(owner, join(folder, 'SingletonLock'));
const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;

describe('a browser profile', () => {
  it('is free when nothing locks it, or never was used', async () => {
    expect(await clearProfile(profile)).toEqual({ kind: 'clear' });
    expect(await clearProfile(join(profile, 'none'))).toEqual({ kind: 'clear' });
  });

  it('is freed of the lock of a browser that is gone', async () => {
    const child = await start();
    child.kill('SIGKILL');
    await once(child, 'exit');
    await lock(`${hostname()}-${child.pid}`);
    expect(await clearProfile(profile)).toEqual({ kind: 'clear' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('is freed of a lock whose process id another process has by now, which is let be', async () => {
    const other = await start('--user-data-dir=/somewhere/else');
    await lock(`${hostname()}-${other.pid}`);
    expect(await clearProfile(profile)).toEqual({ kind: 'clear' });
    expect([await readdir(folder), isRunning(other)]).toEqual([[], true]);
  });

  it('is freed of a browser that outlived what drove it', async () => {
    const orphan = await start(`--user-data-dir=${folder}`);
    const ended = once(orphan, 'exit');
    await lock(`${hostname()}-${orphan.pid}`);
    expect(await clearProfile(profile)).toEqual({ kind: 'clear' });
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is left to another host, and says how to go on', async () => {
    await lock('another-host-17');
    expect(await clearProfile(profile)).toEqual({
      kind: 'in-use',
      words: expect.stringContaining('another-host'),
      hint: expect.stringContaining(join(folder, 'SingletonLock')),
    });
    expect(await readdir(folder)).toEqual(['SingletonLock']);
  });
});
