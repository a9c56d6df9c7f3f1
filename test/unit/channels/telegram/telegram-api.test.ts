import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createTelegramApi } from '../../../../src/channels/telegram/telegram-api.ts';

const token = '123456:AAx-Secret_9';
const params = {
  chat_id: '@herald_az',
  text: 'Xəbər',
  parse_mode: 'HTML',
  link_preview_options: { is_disabled: true },
} as const;

let server: Server | null = null;
afterEach(() => {
  server?.close();
});

/** Takes connections and says nothing. */
const startSilence = async (): Promise<number> => {
  server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server?.once('listening', resolve));
  return (server.address() as AddressInfo).port;
};

describe('the Bot API', () => {
  it('knows that nothing was sent where no secure connection came about', async () => {
    const apiRoot = `https://127.0.0.1:${await startSilence()}`;
    const api = createTelegramApi({ token, apiRoot, timeoutMs: 200, uploadTimeoutMs: 60_000 });
    const answer = await api.call('sendMessage', params, { signal: AbortSignal.timeout(10_000) });
    expect(answer).toMatchObject({ kind: 'not-sent', words: expect.stringContaining('connect ETIMEDOUT') });
    expect(JSON.stringify(answer)).not.toContain('Secret');
  });

  it('sends nothing once it is stopped', async () => {
    const api = createTelegramApi({ token, apiRoot: 'http://127.0.0.1:9/', timeoutMs: 1_000, uploadTimeoutMs: 1_000 });
    expect((await api.call('sendMessage', params, { signal: AbortSignal.abort() })).kind).toBe('not-sent');
  });
});
