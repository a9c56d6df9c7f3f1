import type { ServerResponse } from 'node:http';

/** A page that waits for an answer in its main thread does nothing else. */
export interface Freezer {
  hold(page: string, response: ServerResponse): void;
  /** Also frees a page that has yet to ask. */
  thaw(page: string): void;
  /** How many pages are held now. */
  held(): number;
}

export const createFreezer = (): Freezer => {
  const held = new Map<string, ServerResponse>();
  const thawed = new Set<string>();
  return {
    held: () => held.size,
    hold: (page, response) => {
      if (thawed.delete(page)) response.end();
      else held.set(page, response);
      response.once('close', () => held.delete(page));
    },
    thaw: (page) => {
      const response = held.get(page);
      if (response) response.end();
      else thawed.add(page);
      held.delete(page);
    },
  };
};
