import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** One process and no other that later gets its id: `startedAt` is the kernel's count of ticks. */
export interface ProcessMark {
  readonly pid: number;
  readonly startedAt: string;
}

interface ProcessRow extends ProcessMark {
  readonly parent: number;
  readonly zombie: boolean;
}

/** Null: there is none, or the system has no /proc. A zombie counts as none. */
export const findProcess = async (pid: number): Promise<(ProcessMark & { readonly parent: number }) | null> => {
  const row = await readRow(pid);
  return row && !row.zombie ? row : null;
};

/** With its arguments; empty if it is gone or not ours to see. */
export const readCommand = async (pid: number): Promise<string> => {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command.replaceAll('\0', ' ').trim();
};

/** The process and everything it started, parents first. */
export const listTree = async (root: number): Promise<readonly ProcessMark[]> => {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const rows = (await Promise.all(ids.map((id) => readRow(Number(id))))).filter((row) => row !== null);
  const found = rows.filter(({ pid, zombie }) => pid === root && !zombie);
  for (const { pid } of found) found.push(...rows.filter(({ parent, zombie }) => parent === pid && !zombie));
  return found;
};

/** SIGKILL for all of them; resolves when they are gone, or false after `withinMs`. */
export const killAll = async (marks: readonly ProcessMark[], withinMs: number): Promise<boolean> => {
  const end = performance.now() + withinMs;
  for (;;) {
    const alive = (await Promise.all(marks.map(isThere))).filter((mark) => mark !== null);
    if (alive.length === 0) return true;
    if (performance.now() > end) return false;
    for (const { pid } of alive) signal(pid);
    await delay(10);
  }
};

/** Bytes that the processes hold, what they share counted once; null where the system does not tell. */
export const measureMemory = async (marks: readonly ProcessMark[]): Promise<number | null> => {
  const sizes = await Promise.all(marks.map(({ pid }) => readShare(pid)));
  const known = sizes.filter((size) => size !== null);
  return known.length === 0 ? null : known.reduce((sum, size) => sum + size, 0);
};

const isThere = async (mark: ProcessMark): Promise<ProcessMark | null> => {
  const row = await readRow(mark.pid);
  return row && !row.zombie && row.startedAt === mark.startedAt ? mark : null;
};

const signal = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
};

/** `pid (name) state parent ... starttime`: the name may hold anything, so what follows is read from its last bracket. */
const readRow = async (pid: number): Promise<ProcessRow | null> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  const [state, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { pid, parent: Number(parent), zombie: state === 'Z' || state === 'X', startedAt: rest[17] ?? '' };
};

const readShare = async (pid: number): Promise<number | null> => {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(rollup)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1_024;
};
