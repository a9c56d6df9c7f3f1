import type { Desk, Outcome, PushRequest } from '../desk/desk.ts';
import { done, fail } from '../desk/outcome.ts';
import { type Input, readText } from './command.ts';
import { readJson } from './read-input.ts';
import type { CliWorld } from './world.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The article of an event as in the queue contract; anything else is taken for the article itself. */
export const unwrapEvent = (value: unknown): unknown =>
  isObject(value) && !('title' in value) && isObject(value.article) ? value.article : value;

/** What the operand and the options of `push` ask for; the options win over what an event says. */
export const readPush = async (world: CliWorld, desk: Desk, input: Input): Promise<Outcome<PushRequest>> => {
  const [operand = '-'] = input.operands;
  const request = /^https?:\/\//i.test(operand)
    ? await readPage(world, desk, operand)
    : await readEvent(world, operand);
  if (!request.ok) return request;
  const to = readText(input, 'to');
  const at = readText(input, 'at');
  return done({
    ...request.value,
    ...(to === undefined ? {} : { to: to.split(',').map((id) => id.trim()) }),
    ...(at === undefined ? {} : { at }),
    breaking: input.flags.breaking === true,
  });
};

const readPage = async (world: CliWorld, desk: Desk, url: string): Promise<Outcome<PushRequest>> => {
  const page = await desk.draft(world.actor, url);
  // A page says nothing of revisions: pushed again, it is the same one or the next.
  return page.ok ? done({ article: { ...page.value, revision: null } }) : page;
};

const readEvent = async (world: CliWorld, operand: string): Promise<Outcome<PushRequest>> => {
  const json = await readJson(world, operand);
  if (!json.ok) return json;
  const event = isObject(json.value) ? json.value : {};
  if (event.type === 'article.retracted') {
    return fail('invalid', 'this event is a retraction', { hint: 'take an article back with: tellal retract ID' });
  }
  const push = isObject(event.push) ? event.push : {};
  return done({
    article: unwrapEvent(json.value),
    ...(Array.isArray(push.to) ? { to: push.to.map(String) } : {}),
    ...(typeof push.at === 'string' ? { at: push.at } : {}),
  });
};
