import type { Capability, Missing } from '../messages.ts';
import { mends } from './compat/mends.ts';
import { lookUntil } from './look-until.ts';
import { readLack } from './page/read-lack.ts';
import type { Page } from './page-of.ts';
import { directRevoke, requirements } from './requirements.ts';

export interface Prepared {
  readonly missing: Missing;
  /** Names of what was mended. */
  readonly mended: readonly string[];
  readonly revokesDirectly: boolean;
}

/** Mends what can be mended in a page of a later build, then looks what each capability lacks even after `patienceMs`. */
export const preparePage = async (page: Page, patienceMs: number): Promise<Prepared> => {
  const mended = new Set<string>();
  const look = async (): Promise<Missing> => {
    for (const [name, mend] of Object.entries(mends))
      if (await page.evaluate(mend).catch(() => false)) mended.add(name);
    return readMissing(page);
  };
  const missing = await lookUntil(look, (seen) => Object.keys(seen).length === 0, patienceMs);
  const revokesDirectly = (await page.evaluate(readLack, [directRevoke])).length === 0;
  return { missing, mended: [...mended], revokesDirectly };
};

const readMissing = async (page: Page): Promise<Missing> => {
  const missing: Partial<Record<Capability, string>> = {};
  for (const [capability, paths] of Object.entries(requirements) as [Capability, readonly string[]][]) {
    const lack = await page.evaluate(readLack, paths);
    if (lack.length > 0) missing[capability] = lack.join(', ');
  }
  return missing;
};
