import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Answer, answerRefusal, answerResult, sendAnswer, sendFaulty } from './answer.ts';
import { findUnknownParams } from './check-params.ts';
import type { FaultBook } from './fault-book.ts';
import type { Flood } from './flood.ts';
import { findMethod, type MethodEntry } from './method-table.ts';
import { type Params, readText } from './params.ts';
import type { Outcome } from './port.ts';
import { readRequest } from './read-request.ts';
import { badRequest, Refusal, tooManyRequests } from './refusal.ts';
import { messageIdOf, type OpenRequest, type RequestLog } from './requests.ts';
import type { World } from './world.ts';

export interface House {
  readonly world: World;
  readonly token: string;
  readonly prefix: string;
  readonly requests: RequestLog;
  readonly violations: string[];
  readonly faults: FaultBook;
  readonly flood: Flood | null;
  /** How long a request is held back before it is answered 429. */
  readonly absorbMs: number;
}

export const createApiServer = (house: House): Server =>
  createServer((request, response) => {
    respond(house, request, response).catch((error: unknown) => {
      if (error instanceof Refusal) return sendAnswer(response, answerRefusal(error));
      // A client that hung up in the middle of its own request gets no answer.
      if (request.destroyed) return response.destroy();
      house.violations.push(`the stand-in itself failed: ${String(error)}`);
      return sendAnswer(response, answerRefusal(new Refusal(500, 'Internal Server Error')));
    });
  });

const respond = async (house: House, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const address = new URL(request.url ?? '/', 'http://stand.in');
  const params = await readRequest(request, address.searchParams);
  const method = openMethod(house, address.pathname, params);
  const named = house.world.chats.get(readText(params, 'chat_id'));
  const chat = named?.id ?? null;
  const record = house.requests.open(method.name, params, house.world.clock.now(), chat);

  const text = readText(params, 'text') + readText(params, 'caption');
  const fault = house.faults.pick({ method: method.name, chat, text });
  if (!fault) {
    const done = await execute(house, method, params);
    note(record, done, done.outcome);
    sendAnswer(response, done.answer);
    return;
  }
  const lost: Done = {
    answer: answerRefusal(new Refusal(500, 'Internal Server Error: restart')),
    outcome: null,
    result: null,
  };
  const done = fault.effect === 'yes' ? await execute(house, method, params) : lost;
  note(record, done, { kind: 'fault', fault, committed: done.outcome?.kind === 'ok' });
  if (fault.effect === 'later') {
    house.faults.postpone(fault, () => {
      void execute(house, method, params).then((late) =>
        note(record, late, { kind: 'fault', fault, committed: late.outcome?.kind === 'ok' }),
      );
    });
  }
  sendFaulty(response, fault.answer, done.answer, house.world.clock);
};

/** First the token, then the method; each has its own answer. */
const openMethod = ({ token, prefix, violations }: House, path: string, params: Params): MethodEntry => {
  const parts = path.startsWith(`${prefix}/bot`) ? path.slice(prefix.length + '/bot'.length).split('/') : [];
  const [given, inPath] = parts.length <= 2 ? parts.map(decodeURIComponent) : [];
  if (given === undefined) throw new Refusal(404, 'Not Found');
  if (!/^\d+:[\w-]+$/.test(given)) throw new Refusal(401, 'Unauthorized: invalid token specified');
  if (given !== token) throw new Refusal(401, 'Unauthorized');
  const name = inPath || readText(params, 'method');
  if (name === '') throw new Refusal(404, 'Not Found');
  const method = findMethod(name);
  if (!method) {
    violations.push(`unknown method ${name}`);
    throw new Refusal(404, 'Not Found: method not found');
  }
  return method;
};

interface Done {
  readonly answer: Answer;
  readonly outcome: Outcome | null;
  readonly result: unknown;
}

const execute = async (house: House, method: MethodEntry, params: Params): Promise<Done> => {
  try {
    refuseUnknown(house, method, params);
    const result = await perform(house, method, params);
    return { answer: answerResult(result), outcome: { kind: 'ok' }, result };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const outcome: Outcome = { kind: 'refused', code: error.code, description: error.message };
    return { answer: answerRefusal(error), outcome, result: null };
  }
};

const refuseUnknown = ({ violations }: House, method: MethodEntry, params: Params): void => {
  const unknown = findUnknownParams(method, params);
  violations.push(...unknown.map((each) => `${method.name}: unknown parameter ${each}`));
  if (unknown[0] !== undefined) throw badRequest(`unknown parameter ${unknown[0]}`);
};

/** Checked again after each wait: what was true before it may not be any more. */
const perform = async (house: House, method: MethodEntry, params: Params): Promise<unknown> => {
  let heldBack = 0;
  for (;;) {
    const plan = method.run(house.world, params);
    const wait = plan.chat && house.flood ? house.flood.take(plan.chat.id) : 0;
    if (wait === 0) return plan.commit();
    heldBack += wait;
    if (heldBack > house.absorbMs) throw tooManyRequests(house.flood?.punish(plan.chat?.id ?? 0, wait) ?? 1);
    await new Promise<void>((resolve) => house.world.clock.after(wait, resolve));
  }
};

const note = (record: OpenRequest, { result }: Done, outcome: Outcome | null): void => {
  record.outcome = outcome;
  record.messageId = messageIdOf(result);
};
