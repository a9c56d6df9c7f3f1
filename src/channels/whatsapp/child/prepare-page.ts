import type { Capability, Missing } from '../messages.ts';
import { mends } from './compat/mends.ts';
import { readLack } from './page/read-lack.ts';
import type { Page } from './page-of.ts';
import { directRevoke, requirements } from './requirements.ts';

export interface Prepared {
  readonly missing: Missing;
  /** Names of what was mended. */
  readonly mended: readonly string[];
  readonly revokesDirectly: boolean;
}

/** Mends what can be mended in a page of a later build, then looks what each capability lacks. */
export const preparePage = async (page: Page): Promise<Prepared> => {
  const mended: string[] = [];
  for (const [name, mend] of Object.entries(mends)) if (await page.evaluate(mend).catch(() => false)) mended.push(name);
  const missing: Partial<Record<Capability, string>> = {};
  for (const [capability, paths] of Object.entries(requirements) as [Capability, readonly string[]][]) {
    const lack = await page.evaluate(readLack, paths);
    if (lack.length > 0) missing[capability] = lack.join(', ');
  }
  const revokesDirectly = (await page.evaluate(readLack, [directRevoke])).length === 0;
  return { missing, mended, revokesDirectly };
};
