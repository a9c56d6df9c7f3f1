import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findMissing, planInstall, programs, readSystem } from '../../../scripts/test-programs.mjs';

const debian = readSystem('PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n');
const ubuntu = readSystem('ID=ubuntu\nID_LIKE=debian\n');
const derived = readSystem('ID="newsroomos"\nID_LIKE="debian"\n');
const fedora = readSystem('ID=fedora\n');
const [redis] = programs;

describe('programs that the tests need', () => {
  it('are installed by root on Debian and what derives from it', () => {
    const packages = ['redis-server', 'chromium', 'fonts-dejavu-core'];
    expect(planInstall(programs, debian, true)).toEqual({ kind: 'install', packages });
    expect(planInstall(programs, derived, true)).toEqual({ kind: 'install', packages });
  });

  it('are asked for, with the command, when we are not root', () => {
    expect(planInstall(programs.slice(0, 1), debian, false)).toEqual({
      kind: 'ask',
      advice: `The tests need ${redis?.commands[0]} in the PATH: sudo apt-get install --no-install-recommends redis-server`,
    });
  });

  it('are asked for on systems that we do not know', () => {
    expect(planInstall(programs, fedora, true)).toMatchObject({ kind: 'ask' });
    expect(planInstall(programs, readSystem(''), true)).toMatchObject({ kind: 'ask' });
  });

  it('are not looked for in a snap: Ubuntu gets redis-server only', () => {
    expect(planInstall(programs.slice(0, 1), ubuntu, true)).toEqual({ kind: 'install', packages: ['redis-server'] });
    expect(planInstall(programs, ubuntu, true)).toMatchObject({
      kind: 'ask',
      advice: expect.stringContaining('Chrome'),
    });
  });
});

describe('looking for them in the PATH', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tellal-programs-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('takes any one of the names', async () => {
    await writeFile(join(folder, 'redis-server'), '', { mode: 0o755 });
    await writeFile(join(folder, 'google-chrome'), '', { mode: 0o755 });
    expect(findMissing(`/nowhere:${folder}`)).toEqual([]);
  });

  it('does not take a file that cannot be run', async () => {
    await writeFile(join(folder, 'redis-server'), '', { mode: 0o644 });
    expect(findMissing(folder)).toEqual(programs);
  });
});
