import type { ComposeDraft, Said } from '../desk/compose-draft.ts';
import { type ExitCode, exitCodes } from './command.ts';
import { sentenceOf, talk } from './explain-fault.ts';
import { isBlank, parseJson } from './parse-json.ts';
import { createProgress } from './progress.ts';
import { largestInput, UnreadableError } from './read-input.ts';
import { unwrapEvent } from './read-push.ts';
import { type Line, splitLines } from './split-lines.ts';
import { workInOrder } from './work-in-order.ts';
import type { CliWorld } from './world.ts';

type Answer =
  | ({ readonly line: number } & Said)
  | { readonly line: number; readonly id: string | number | null; readonly error: string };

/** How many lines are worked on at a time: enough to keep a thread for pages busy, and little to hold. */
const atOnce = 4;

/** Answers every line in order, each as soon as it is ready. */
export const composeLines = async (
  world: CliWorld,
  input: AsyncIterable<Uint8Array>,
  compose: ComposeDraft,
): Promise<ExitCode> => {
  const progress = createProgress(world, world.isTty.stderr && !world.isTty.stdout);
  let failed = false;
  const write = async (answer: Answer): Promise<void> => {
    failed ||= 'error' in answer;
    await world.stdout.write(`${JSON.stringify(answer)}\n`);
    await progress.show(`${answer.line} lines`);
  };
  try {
    const lines = skipBlank(splitLines(input, largestInput));
    await workInOrder(lines, (line) => composeLine(compose, line), write, atOnce);
  } catch (error) {
    await progress.clear();
    if (!(error instanceof UnreadableError)) throw error;
    await talk(world, error.message);
    return exitCodes.failed;
  }
  await progress.clear();
  return failed ? exitCodes.failed : exitCodes.done;
};

async function* skipBlank(lines: AsyncIterable<Line>): AsyncGenerator<Line> {
  for await (const line of lines) if (line.bytes === null || !isBlank(line.bytes)) yield line;
}

/** One article, already read as JSON. */
export const composeValue = async (compose: ComposeDraft, line: number, json: unknown): Promise<Answer> => {
  const value = unwrapEvent(json);
  try {
    const outcome = await compose(value);
    return outcome.ok ? { line, ...outcome.value } : { line, id: idOf(value), error: sentenceOf(outcome.fault) };
  } catch (error) {
    // A bug met in one article must not cost the others theirs.
    const words = error instanceof Error ? error.message : 'no reason given';
    return { line, id: idOf(value), error: `the article could not be composed: ${words}` };
  }
};

const composeLine = async (compose: ComposeDraft, { number: line, bytes }: Line): Promise<Answer> => {
  if (bytes === null) return { line, id: null, error: 'the line has more than 5 MB' };
  const json = parseJson(bytes);
  return json.ok ? composeValue(compose, line, json.value) : { line, id: null, error: `the line ${json.why}` };
};

const idOf = (value: unknown): string | number | null => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
};
