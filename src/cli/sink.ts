import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Sink } from './world.ts';

/** The reader of our output has gone, as `| head` does: no fault, but nothing more to do. */
export class PipeClosedError extends Error {
  override readonly name = 'PipeClosedError';
}

/** The output cannot be written; the message is the system's. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/** Writes to a stream no faster than it is read. */
export const createSink = (stream: Writable): Sink => {
  let fault: Error | null = null;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    fault = explain(error);
  });
  return {
    write: async (text) => {
      if (fault) throw fault;
      try {
        if (!stream.write(text)) await once(stream, 'drain');
      } catch (error) {
        throw explain(error as NodeJS.ErrnoException);
      }
    },
  };
};

const explain = ({ code, message }: NodeJS.ErrnoException): Error =>
  code === 'EPIPE' ? new PipeClosedError('the reader has gone') : new OutputError(message);
