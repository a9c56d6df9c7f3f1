import type { Outcome } from '../desk/desk.ts';
import { done, fail } from '../desk/outcome.ts';
import { isBlank, parseJson } from './parse-json.ts';
import type { CliWorld } from './world.ts';

/** Bytes of one article in JSON, or of one line of many. */
export const largestInput = 5 * 1024 * 1024;

/** A file or stdin that cannot be read; the message says which and why. */
export class UnreadableError extends Error {
  constructor(name: string, why: string) {
    super(`${name} cannot be read: ${why}`);
    this.name = 'UnreadableError';
  }
}

/** The bytes of a file, or of stdin for `-`; fails with an UnreadableError. */
export async function* openInput(world: CliWorld, operand: string): AsyncGenerator<Uint8Array> {
  try {
    yield* operand === '-' ? world.stdin : world.readFile(operand);
  } catch (error) {
    throw new UnreadableError(nameInput(operand), reasonOf(error));
  }
}

/** The whole of a file or stdin as one JSON value. */
export const readJson = async (world: CliWorld, operand: string): Promise<Outcome<unknown>> => {
  const name = nameInput(operand);
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of openInput(world, operand)) {
      size += chunk.length;
      if (size > largestInput) return fail('invalid', `${name} has more than 5 MB`, { hint: 'give one article alone' });
      parts.push(chunk);
    }
  } catch (error) {
    if (error instanceof UnreadableError) return fail('invalid', error.message);
    throw error;
  }
  const bytes = Buffer.concat(parts);
  if (isBlank(bytes))
    return fail('invalid', `${name} is empty`, { hint: 'it should hold one article as a JSON object' });
  const json = parseJson(bytes);
  return json.ok ? done(json.value) : fail('invalid', `${name} ${json.why}`);
};

const nameInput = (operand: string): string => (operand === '-' ? 'stdin' : operand);

const reasonOf = (error: unknown): string => {
  if (!isSystemError(error)) throw error;
  switch (error.code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
      return 'permission denied';
    case 'EISDIR':
      return 'it is a directory';
    default:
      return error.message;
  }
};

const isSystemError = (error: unknown): error is { readonly code: string; readonly message: string } =>
  typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
