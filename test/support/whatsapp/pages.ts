import type { ServerResponse } from 'node:http';
import type { Push } from './wire.ts';

/** One load of the page in some browser, as long as its stream of events is open. */
export interface Page {
  readonly id: string;
  /** The build of WhatsApp Web that it is of. */
  readonly build: string;
  device: string | null;
  /** What its QR begins with; null while it shows none. */
  ref: string | null;
  /** The pairing code that it shows. */
  code: string | null;
}

export interface Pages {
  /** Every page that is open, oldest first. */
  all(): readonly Page[];
  get(id: string): Page | undefined;
  open(id: string, build: string, stream: ServerResponse): void;
  /** To one page, if it is still there. */
  push(id: string, push: Push): void;
  pushAll(push: Push): void;
}

export const createPages = (): Pages => {
  const open = new Map<string, { readonly page: Page; readonly stream: ServerResponse }>();
  const push = (id: string, message: Push): void => {
    open.get(id)?.stream.write(`data: ${JSON.stringify(message)}\n\n`);
  };
  return {
    all: () => [...open.values()].map(({ page }) => page),
    get: (id) => open.get(id)?.page,
    push,
    pushAll: (message) => {
      for (const id of open.keys()) push(id, message);
    },
    open: (id, build, stream) => {
      const page = open.get(id)?.page ?? { id, build, device: null, ref: null, code: null };
      open.set(id, { page, stream });
      stream.once('close', () => {
        if (open.get(id)?.stream === stream) open.delete(id);
      });
    },
  };
};
