import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

const entry = fileURLToPath(new URL('../../../src/channels/whatsapp/child/main.ts', import.meta.url));
const tsx = createRequire(import.meta.url).resolve('tsx');

it('the process of the browser ends itself when its parent has gone before it was up', async () => {
  const child = fork(entry, { execArgv: ['--import', tsx], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  child.disconnect();
  try {
    expect(await once(child, 'exit', { signal: AbortSignal.timeout(30_000) })).toEqual([1, null]);
  } finally {
    child.kill('SIGKILL');
  }
}, 40_000);
