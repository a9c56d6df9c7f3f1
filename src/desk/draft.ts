import type { Desk } from './desk.ts';
import { fail, refuseBelow } from './outcome.ts';
import type { DeskPorts } from './ports.ts';

/** Reads a page as an article, for a push of a bare address. */
export const createDraft =
  ({ readPage }: Pick<DeskPorts, 'readPage'>): Desk['draft'] =>
  async (actor, url) => {
    const refusal = refuseBelow('editor', actor);
    if (refusal) return refusal;
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
      return fail('invalid', `${JSON.stringify(url.slice(0, 200))} is not the address of a page`, {
        hint: 'give the whole address, with http:// or https://',
      });
    }
    return readPage(url);
  };
