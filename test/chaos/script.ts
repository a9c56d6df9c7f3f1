import type { ChaosOptions } from './chaos-options.ts';
import { type ChatOf, listChats } from './house-file.ts';
import { createRandom } from './random.ts';
import { type Expected, type ScriptedEvent, scriptEvents } from './script-events.ts';
import { type ScriptedFaults, scriptFaults } from './script-faults.ts';
import { type Strike, scriptStrikes } from './script-strikes.ts';

/** Everything that a seed decides. */
export interface Script {
  readonly chats: readonly ChatOf[];
  readonly events: readonly ScriptedEvent[];
  readonly expected: readonly Expected[];
  readonly faults: ScriptedFaults;
  readonly strikes: readonly Strike[];
}

export const writeScript = (options: ChaosOptions): Script => {
  const random = createRandom(options.seed);
  const chats = listChats(options.channels);
  const { events, expected } = scriptEvents(random, options.articles);
  const faults = scriptFaults(random, options, expected, chats);
  return { chats, events, expected, faults, strikes: scriptStrikes(random, options) };
};
