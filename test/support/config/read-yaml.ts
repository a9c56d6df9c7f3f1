import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../../config/config.ts';
import { type Loaded, loadConfig } from '../../../config/load.ts';
import { formatProblems } from '../../../config/problem.ts';

const file = 'newsroom.yaml';

const load = (yaml: string): Loaded & { readonly dir: string } => {
  const dir = mkdtempSync(join(tmpdir(), 'tellal-config-'));
  writeFileSync(join(dir, file), yaml);
  const loaded = loadConfig(join(dir, file));
  rmSync(dir, { recursive: true });
  return { ...loaded, dir };
};

/** The configuration that a YAML text is; its faults are the test's. */
export const readConfig = (yaml: string): Config => {
  const loaded = load(yaml);
  if (!loaded.ok) throw new Error(formatProblems(loaded.problems));
  return loaded.config;
};

/** The problems of a YAML text as a person reads them, without the folder. */
export const listProblems = (yaml: string): readonly string[] => {
  const loaded = load(yaml);
  return loaded.ok ? [] : formatProblems(loaded.problems).replaceAll(`${loaded.dir}/`, '').split('\n');
};
