import { Readable } from 'node:stream';
import { runCli } from '../../src/cli/run-cli.ts';
import type { CliWorld, OpenDesk } from '../../src/cli/world.ts';
import { createComposeDraft } from '../../src/desk/compose-draft.ts';
import { createDesk } from '../../src/desk/create-desk.ts';
import { createDeskPorts, type DeskPortsInMemory } from './desk-ports.ts';
import { actorOf, channelOf, postOf } from './desk-words.ts';

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A world whose streams are captured, whose files are in memory and whose clock runs as fast as one waits. */
export const createCliWorld = (changes: Partial<CliWorld> = {}, memory: DeskPortsInMemory = createDeskPorts()) => {
  const files = new Map<string, string | Uint8Array>();
  const written = { stdout: '', stderr: '' };
  const clock = { ms: 0, onPause: (): void => undefined };
  const desks = { open: 0, opened: 0 };
  const interrupt = new AbortController();

  const openDesk = async (): Promise<OpenDesk> => {
    desks.open += 1;
    desks.opened += 1;
    return {
      desk: createDesk(memory.ports),
      close: async () => {
        desks.open -= 1;
      },
    };
  };

  const world: CliWorld = {
    version: '1.2.3',
    actor: actorOf('admin'),
    openDesk: async () => ({ ok: true, value: await openDesk() }),
    start: async () => ({ ok: true, value: null }),
    work: async () => ({ ok: true, value: null }),
    console: async () => ({ ok: true, value: null }),
    openComposer: async (channel) => ({
      ok: true,
      value: createComposeDraft(postOf, channel === null ? null : channelOf(channel)),
    }),
    checkConfig: async () => ({ ok: true, value: 'two channels, and nothing is wrong' }),
    doctor: async () => [],
    readFile: (path) => readFile(files, path),
    stdin: Readable.from([]),
    stdout: {
      write: async (text) => {
        written.stdout += text;
      },
    },
    stderr: {
      write: async (text) => {
        written.stderr += text;
      },
    },
    isTty: { stdout: false, stderr: false },
    color: false,
    untilInterrupted: () => interrupt.signal,
    drawQr: async (content) => `[${content}]`,
    now: () => clock.ms,
    pause: async (ms, signal) => {
      clock.ms += ms;
      clock.onPause();
      if (!signal.aborted) await new Promise(setImmediate);
    },
    ...changes,
  };

  return {
    ...memory,
    files,
    desks,
    clock,
    written,
    interrupt: () => interrupt.abort(),
    run: async (...argv: readonly string[]): Promise<CliRun> => {
      written.stdout = '';
      written.stderr = '';
      return { code: await runCli(argv, world), ...written };
    },
  };
};

const readFile = async function* (
  files: ReadonlyMap<string, string | Uint8Array>,
  path: string,
): AsyncGenerator<Uint8Array> {
  const content = files.get(path);
  if (content === undefined) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });
  yield typeof content === 'string' ? Buffer.from(content) : content;
};

/** The JSON objects that were printed, one a line. */
export const readLines = (text: string): readonly Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
