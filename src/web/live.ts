import { PassThrough } from 'node:stream';
import type { FastifyBaseLogger } from 'fastify';
import type { Delivery } from '../article/delivery.ts';
import type { Desk } from '../desk/desk.ts';

/** Pages that are told of every change. */
export interface Live {
  /** A stream of server-sent events; null: as many pages listen as may. `isWelcome` is asked again at every heartbeat. */
  open(isWelcome: () => Promise<boolean>): Promise<PassThrough | null>;
  close(): void;
}

const maxListeners = 200;
const heartbeatMs = 20_000;
/** Bytes that may wait for a slow page before it is let go; it comes back and reads its table again. */
const maxWaiting = 64 * 1024;

/** One watch on the desk for all pages together, held only while one listens. */
export const createLive = (desk: Pick<Desk, 'watch'>, log: FastifyBaseLogger): Live => {
  const streams = new Set<PassThrough>();
  let watching: Promise<() => void> | null = null;

  const write = (stream: PassThrough, text: string): void => {
    if (stream.writableLength > maxWaiting) stream.destroy();
    else stream.write(text);
  };

  const tell = ({ id, article, channel, state }: Delivery): void => {
    const data = JSON.stringify({ id, article, channel, state });
    for (const stream of streams) write(stream, `event: delivery\ndata: ${data}\n\n`);
  };

  const leave = (stream: PassThrough): void => {
    streams.delete(stream);
    if (streams.size > 0 || watching === null) return;
    watching.then((stop) => stop()).catch((err: unknown) => log.warn({ err }, 'live view not stopped'));
    watching = null;
  };

  return {
    open: async (isWelcome) => {
      if (streams.size >= maxListeners) return null;
      const stream = new PassThrough();
      streams.add(stream);
      const timer = setInterval(() => {
        isWelcome().then(
          (welcome) => (welcome ? write(stream, ': still here\n\n') : stream.end()),
          () => stream.end(),
        );
      }, heartbeatMs);
      stream.once('close', () => {
        clearInterval(timer);
        leave(stream);
      });
      watching ??= desk.watch(tell);
      const mine = watching;
      try {
        await mine;
      } catch (error) {
        if (watching === mine) watching = null;
        stream.destroy();
        throw error;
      }
      write(stream, 'retry: 2000\nevent: open\ndata: {}\n\n');
      return stream;
    },
    close: () => {
      for (const stream of streams) stream.end();
    },
  };
};
