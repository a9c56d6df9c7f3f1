import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createFakeWeb, type FakeWeb } from '../../support/fake-web.ts';
import { waitFor } from '../../support/wait-for.ts';

let web: FakeWeb;
let base: string;
beforeEach(async () => {
  web = await createFakeWeb();
  base = await web.app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => web.app.close());

const actor = { name: 'elif', role: 'editor' } as const;

/** Everything that the stream has said so far. */
const listen = async () => {
  const session = await web.desk.access.login(web.tokens.viewer);
  const stop = new AbortController();
  const answer = await fetch(`${base}/live`, {
    headers: { cookie: `tellal=${session?.session}` },
    signal: stop.signal,
  });
  const heard = { text: '', ended: false };
  const read = async () => {
    for await (const chunk of answer.body ?? []) heard.text += Buffer.from(chunk as Uint8Array).toString();
  };
  read()
    .catch(() => undefined)
    .finally(() => {
      heard.ended = true;
    });
  await waitFor('the stream to open', () => heard.text.includes('event: open'));
  return { answer, heard, stop };
};

describe('the live view', () => {
  it('tells of each delivery that changes', async () => {
    const { answer, heard } = await listen();
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    expect(answer.headers.get('x-accel-buffering')).toBe('no');
    await web.desk.push(actor, { article: { id: '41', url: 'https://herald.example/41', title: 'Мост' } });
    web.settle('41@tg-ru', { state: 'sent' });
    await waitFor('the change', () => heard.text.includes('"state":"sent"'));
    expect(heard.text).toContain(
      'event: delivery\ndata: {"id":"41@tg-ru","article":"41","channel":"tg-ru","state":"sent"}\n\n',
    );
  });

  it('watches the desk once for all pages, and only while one listens', async () => {
    const [one, two] = [await listen(), await listen()];
    expect(web.watchers()).toBe(1);
    one.stop.abort();
    await waitFor('the first page to be gone', () => one.heard.ended);
    expect(web.watchers()).toBe(1);
    two.stop.abort();
    await waitFor('the watch to end', () => web.watchers() === 0);
  });

  it('ends every stream when the console stops', async () => {
    const { heard } = await listen();
    await web.app.close();
    await waitFor('the stream to end', () => heard.ended);
    expect(web.watchers()).toBe(0);
  });

  it('is not for strangers', async () => {
    expect((await fetch(`${base}/live`, { redirect: 'manual' })).status).toBe(303);
    expect(web.watchers()).toBe(0);
  });
});
