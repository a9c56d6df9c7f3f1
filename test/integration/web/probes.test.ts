import { afterEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { createProbes } from '../../../src/web/create-probes.ts';

let app: FastifyInstance;
afterEach(() => app.close());

const start = async (ok: boolean): Promise<void> => {
  app = await createProbes({
    log: pino({ level: 'silent' }),
    ready: async () => ({ ok, checks: { redis: ok ? { ok } : { ok, detail: 'does not answer' } } }),
    metrics: async () => 'tellal_up 1\n',
  });
};

describe('a worker without a console', () => {
  it('says that it lives, that it is ready, and its numbers', async () => {
    await start(true);
    expect((await app.inject('/livez')).statusCode).toBe(200);
    expect((await app.inject('/readyz')).statusCode).toBe(200);
    expect((await app.inject('/metrics')).headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  });

  it('lives but is not ready while Redis is away', async () => {
    await start(false);
    expect((await app.inject('/livez')).statusCode).toBe(200);
    const answer = await app.inject('/readyz');
    expect([answer.statusCode, answer.json().checks.redis.detail]).toEqual([503, 'does not answer']);
  });

  it('answers nothing else', async () => {
    await start(true);
    expect((await app.inject('/')).json()).toMatchObject({ type: 'urn:tellal:problem:not-found' });
    expect((await app.inject('/openapi.json')).statusCode).toBe(404);
  });
});
