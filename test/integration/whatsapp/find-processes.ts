import { readdir, readFile } from 'node:fs/promises';

export interface BrowserProcess {
  /** Of Chromium's first process. */
  readonly browser: number;
  /** Of ours that drives it. */
  readonly driver: number;
}

/** The browsers that have this profile open. */
export const findBrowsers = async (profile: string): Promise<readonly BrowserProcess[]> => {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    ids.map(async (browser) => {
      const command = await readFile(`/proc/${browser}/cmdline`, 'utf8').catch(() => '');
      const stat = await readFile(`/proc/${browser}/stat`, 'utf8').catch(() => '');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const isFirst = command.includes(`--user-data-dir=${profile}/`) && !command.includes('--type=');
      return isFirst && state !== 'Z' ? [{ browser, driver: Number(parent) }] : [];
    }),
  );
  return found.flat();
};
