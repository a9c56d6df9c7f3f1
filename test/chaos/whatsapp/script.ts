import type { FaultOrder } from '../../support/whatsapp/faults.ts';
import { createRandom } from '../random.ts';
import { type Expected, type ScriptedEvent, scriptEvents } from '../script-events.ts';
import { listPlaces, type Place } from './places.ts';
import type { RunOptions } from './run-options.ts';
import { scriptFaults } from './script-faults.ts';
import { type Strike, scriptStrikes } from './script-strikes.ts';

/** Everything that a seed decides. */
export interface Script {
  readonly places: readonly Place[];
  readonly events: readonly ScriptedEvent[];
  readonly expected: readonly Expected[];
  readonly orders: readonly FaultOrder[];
  readonly strikes: readonly Strike[];
}

/** More changes than on Telegram: a run is short. */
const changes = { corrected: 0.25, retracted: 0.1, soon: 10 };

export const writeScript = (options: RunOptions): Script => {
  const random = createRandom(options.seed);
  const places = listPlaces(options.channels);
  const { events, expected } = scriptEvents(random, options.articles, changes);
  const orders = scriptFaults(random, options, expected, places);
  return { places, events, expected, orders, strikes: scriptStrikes(random, options) };
};

/** Every second article has a picture. */
export const isPictured = (order: number): boolean => order % 2 === 0;

/** `at`: where the pictures are served. */
export const addPictures = (events: readonly ScriptedEvent[], at: string): readonly ScriptedEvent[] =>
  events.map(({ name, data }) => {
    const { article } = data as { readonly article: { readonly id: string } };
    const pictured = name !== 'article.retracted' && isPictured(Number(article.id));
    return { name, data: pictured ? { article: { ...article, image: `${at}/${article.id}.png` } } : data };
  });
