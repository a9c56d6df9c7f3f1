import { readFileSync, statSync } from 'node:fs';
import type { Config } from './config.ts';
import { describeExpected, explainIssues, formatPath } from './explain.ts';
import type { Problem } from './problem.ts';
import { resolveConfig } from './resolve.ts';
import { newsroomSchema } from './schema.ts';
import { readYaml } from './yaml.ts';

export type Loaded =
  | { readonly ok: true; readonly config: Config }
  /** Every problem of the file, in the order of its lines. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

const maxBytes = 1_000_000;

/** Reads and checks newsroom.yaml. `file` stands in the problems as it is given. */
export const loadConfig = (file: string): Loaded => {
  const read = readText(file);
  return 'text' in read ? parseConfig(read.text, file) : { ok: false, problems: [wholeFile(file, read.fault)] };
};

const readText = (file: string): { readonly text: string } | { readonly fault: string } => {
  try {
    if (statSync(file).size > maxBytes) return { fault: `is larger than ${maxBytes} bytes: is it a newsroom.yaml?` };
    return { text: readFileSync(file, 'utf8') };
  } catch (error) {
    return { fault: describeReadFault(error) };
  }
};

const describeReadFault = (error: unknown): string => {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT'
    ? 'no such file; create it, or name another one in TELLAL_CONFIG'
    : `cannot be read (${code ?? String(error)}); it must be a file that this user may read`;
};

const wholeFile = (file: string, message: string): Problem => ({ file, line: null, column: null, path: '', message });

const parseConfig = (text: string, file: string): Loaded => {
  const yaml = readYaml(text);
  if (yaml.faults.length) return { ok: false, problems: yaml.faults.map((fault) => ({ file, path: '', ...fault })) };
  const parsed = newsroomSchema.safeParse(yaml.data, { error: describeExpected });
  if (parsed.success) return { ok: true, config: resolveConfig(parsed.data) };
  const problems = explainIssues(parsed.error.issues, yaml.data).map(({ path, message, atKey }) => ({
    file,
    ...yaml.locate(path, atKey),
    path: formatPath(path),
    message,
  }));
  return { ok: false, problems: problems.sort((left, right) => left.line - right.line || left.column - right.column) };
};
