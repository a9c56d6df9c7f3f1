import { readlink, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { findProcess, killAll, listTree, readCommand } from './process-tree.ts';

export type Cleared =
  | { readonly kind: 'clear' }
  /** Somebody may still have the profile open; `words` say who. */
  | { readonly kind: 'in-use'; readonly words: string; readonly hint: string };

const lockNames = ['SingletonLock', 'SingletonCookie', 'SingletonSocket'] as const;
const killWithinMs = 5_000;

/** Where the library keeps Chromium's data inside the profile. */
const browserFolder = (profile: string): string => join(profile, 'session');

/**
 * Makes way for a new browser. Chromium's lock is a link to `<host>-<process id>`. It is removed only if that process is
 * provably gone; a browser that outlived the process that drove it is ended first.
 */
export const clearProfile = async (profile: string): Promise<Cleared> => {
  const folder = browserFolder(profile);
  const owner = await readlink(join(folder, 'SingletonLock')).catch(() => null);
  if (owner === null) return { kind: 'clear' };
  const [, host = '', id = ''] = /^(.*)-(\d+)$/.exec(owner) ?? [];
  if (host !== hostname()) return inUseElsewhere(host, join(folder, lockNames[0]));
  const pid = Number(id);
  if (await isBrowserOf(pid, folder)) {
    const driver = await findDriver(pid);
    if (driver !== null) return inUseHere(pid, driver);
    if (!(await killAll(await listTree(pid), killWithinMs))) return inUseHere(pid, pid);
  }
  await Promise.all(lockNames.map((name) => rm(join(folder, name), { force: true })));
  return { kind: 'clear' };
};

/** An id is given again after a while, so the process must also be this browser. */
const isBrowserOf = async (pid: number, folder: string): Promise<boolean> =>
  (await findProcess(pid)) !== null && (await readCommand(pid)).includes(`--user-data-dir=${folder}`);

/** The process of ours that drives a browser; null: it is gone, and the browser is an orphan. */
const findDriver = async (browser: number): Promise<number | null> => {
  const parent = (await findProcess(browser))?.parent ?? 0;
  return /whatsapp\/child\/main\.[jt]s/.test(await readCommand(parent)) ? parent : null;
};

const inUseHere = (browser: number, driver: number): Cleared => ({
  kind: 'in-use',
  words: `the browser profile is open in another process (browser ${browser}, driven by ${driver})`,
  hint: `if process ${driver} hangs, end it`,
});

const inUseElsewhere = (host: string, lock: string): Cleared => ({
  kind: 'in-use',
  words: `the browser profile was last open on another host (${host || 'of no name'})`,
  hint: `if no browser runs there any more, remove ${lock}; give containers a fixed host name`,
});
