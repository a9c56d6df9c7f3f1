import { readFileSync, statSync } from 'node:fs';
import { type Reading, variableProblem } from './problem.ts';

const maxBytes = 65_536;

/**
 * The secret `name`, given as itself or as the file that `name_FILE` names (as containers mount secrets).
 * `explain` says what is wrong with a value, without showing it.
 */
export const readSecret = (
  variables: Readonly<Record<string, string | undefined>>,
  name: string,
  explain: (value: string) => string | null,
): Reading<string | null> => {
  const value = variables[name];
  const file = variables[`${name}_FILE`];
  if (value && file) return { problem: variableProblem(name, `is set, and ${name}_FILE too; keep one of them`) };
  if (file) return readSecretFile(`${name}_FILE`, file, explain);
  if (!value) return { value: null };
  return check(name, value, explain);
};

const readSecretFile = (name: string, file: string, explain: (value: string) => string | null) => {
  const problem = (message: string) => ({ problem: variableProblem(name, message) });
  try {
    if (statSync(file).size > maxBytes)
      return problem(`${file} is larger than ${maxBytes} bytes; it must hold the secret only`);
    return check(name, readFileSync(file, 'utf8').replace(/[\r\n]+$/, ''), explain);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    return problem(`${file} cannot be read (${code}); it must be a file that this user may read`);
  }
};

const check = (name: string, value: string, explain: (value: string) => string | null): Reading<string> => {
  const fault = explain(value);
  return fault === null ? { value } : { problem: variableProblem(name, fault) };
};
