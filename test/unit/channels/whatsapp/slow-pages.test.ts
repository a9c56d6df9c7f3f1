import { afterEach, describe, expect, it } from '@jest/globals';
import type { Page } from '../../../../src/channels/whatsapp/child/page-of.ts';
import { preparePage } from '../../../../src/channels/whatsapp/child/prepare-page.ts';
import { requirements } from '../../../../src/channels/whatsapp/child/requirements.ts';

afterEach(() => {
  Object.assign(globalThis, { require: undefined });
});

/** Has all that we need, but for what stands in `late`: that is there after so many looks, if ever. */
const pageWith = (late: Readonly<Record<string, number>>): Page => {
  let looks = 0;
  const modules: Record<string, unknown> = {};
  for (const path of Object.values(requirements)
    .flat()
    .flatMap((paths) => paths.split('|'))) {
    let at = modules;
    for (const member of path.split('.')) {
      at[member] ??= {};
      at = at[member] as Record<string, unknown>;
    }
  }
  const require = (name: string) => {
    if ((late[name] ?? 0) >= looks) throw new Error(`Requiring unknown module "${name}"`);
    return modules[name];
  };
  Object.assign(globalThis, { require });
  const evaluate = async (fn: (of: unknown) => unknown, of: unknown) => {
    looks += 1;
    return fn(of);
  };
  return { evaluate } as unknown as Page;
};

describe('a page that loads its modules little by little', () => {
  it('is not taken for one that lacks them', async () => {
    const page = pageWith({ WAWebMediaMmsV4Upload: 25, WAWebNewsletterSendMessageJob: 15 });
    expect((await preparePage(page, 60_000)).missing).toEqual({});
  });

  it('lacks what does not come in time', async () => {
    const page = pageWith({ WAWebSendMessageEditAction: Number.POSITIVE_INFINITY });
    const { missing } = await preparePage(page, 300);
    expect(missing).toEqual({ edit: 'WAWebSendMessageEditAction.sendMessageEdit' });
  });
});
