import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WebRequest } from '../../support/whatsapp/port.ts';
import type { LedgerLine } from '../read-ledger.ts';
import type { StrikeKind } from './script-strikes.ts';
import { isChange } from './stage.ts';
import type { Struck } from './strike.ts';

/** After these, what follows comes from a page that was loaded anew. */
const ending: ReadonlySet<StrikeKind> = new Set([
  ...(['worker', 'child', 'browser', 'freeze-worker', 'freeze-browser'] as const),
  ...(['conflict', 'unpaired-idle', 'reload', 'log-out'] as const),
]);

/** Milliseconds from each strike that ends a page to the next post, edit or removal that another page asks for. */
export const measureRecovery = (
  struck: readonly Struck[],
  requests: readonly WebRequest[],
): ReadonlyMap<StrikeKind, readonly number[]> => {
  const found = new Map<StrikeKind, number[]>();
  for (const { at, kind } of struck.filter((one) => ending.has(one.kind))) {
    const before = new Set(requests.filter((request) => request.at <= at).map(({ page }) => page));
    const next = requests.find((request) => request.at > at && isChange(request) && !before.has(request.page));
    if (next) found.set(kind, [...(found.get(kind) ?? []), next.at - at]);
  }
  return found;
};

/** Milliseconds from the start of each browser until its account was ready, by the logs of the workers. */
export const measureStarts = async (folder: string): Promise<readonly number[]> => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.log'));
  const logs = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return logs.flatMap((log) => {
    const started = new Map<number, number>();
    return log.split('\n').flatMap((line) => {
      const { pid, time, state, detail } = readLine(line);
      if (/the browser is being started/.test(detail)) started.set(pid, time);
      const from = started.get(pid);
      if (from === undefined || (state !== 'ready' && state !== 'degraded')) return [];
      started.delete(pid);
      return [time - from];
    });
  });
};

const readLine = (line: string) => {
  const found = line.startsWith('{') && line.endsWith('}') ? (JSON.parse(line) as Record<string, unknown>) : {};
  const { pid, time, state, detail } = found;
  return { pid: Number(pid), time: Number(new Date(time as string)), state: String(state), detail: String(detail) };
};

/** Milliseconds that posts took that were accepted at the first attempt, from the ledger's permission to the receipt. */
export const measurePosts = (lines: Iterable<Pick<LedgerLine, 'attempts'>>) => {
  const first = [...lines].flatMap(({ attempts }) =>
    attempts.filter(({ operation }) => operation === 'post').slice(0, 1),
  );
  const took = (picture: boolean): readonly number[] =>
    first.flatMap(({ startedAt, endedAt, receipt }) =>
      endedAt !== null && receipt?.outcome === 'accepted' && receipt.picture === picture ? [endedAt - startedAt] : [],
    );
  return { text: took(false), picture: took(true) };
};
