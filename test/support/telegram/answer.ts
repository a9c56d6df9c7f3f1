import type { ServerResponse } from 'node:http';
import type { Clock } from './clock.ts';
import type { FaultAnswer } from './faults.ts';
import { Refusal } from './refusal.ts';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter?: number | undefined;
}

export const answerResult = (result: unknown): Answer => ({ status: 200, body: JSON.stringify({ ok: true, result }) });

export const answerRefusal = ({ code, message, retryAfter }: Refusal): Answer => ({
  status: code,
  retryAfter,
  body: JSON.stringify({
    ok: false,
    error_code: code,
    description: message,
    ...(retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } }),
  }),
});

export const sendAnswer = (response: ServerResponse, { status, body, retryAfter }: Answer): void => {
  if (response.destroyed) return;
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  });
  response.end(body);
};

/** Makes the client hear what the fault says instead of the true answer. */
export const sendFaulty = (response: ServerResponse, fault: FaultAnswer, truth: Answer, clock: Clock): void => {
  switch (fault.kind) {
    case 'hang-up':
      response.destroy();
      return;
    case 'silence':
      return;
    case 'page':
      response.writeHead(fault.status, { 'content-type': 'text/html' });
      response.end('<html><head><title>nginx</title></head><body><h1>Something is wrong here</h1></body></html>');
      return;
    case 'error':
      sendAnswer(response, answerRefusal(new Refusal(fault.status, fault.words, fault.retryAfter)));
      return;
    case 'late':
      clock.after(fault.ms, () => sendAnswer(response, truth));
      return;
    case 'truncated':
      sendAnswer(response, { ...truth, body: truth.body.slice(0, Math.floor(truth.body.length / 2)) });
      return;
    case 'drip':
      response.writeHead(truth.status, { 'content-type': 'application/json' });
      drip(response, Buffer.from(truth.body), fault.ms, clock);
  }
};

const drip = (response: ServerResponse, body: Buffer, ms: number, clock: Clock): void => {
  if (response.destroyed) return;
  response.write(body.subarray(0, 1));
  if (body.length === 1) response.end();
  else clock.after(ms, () => drip(response, body.subarray(1), ms, clock));
};
