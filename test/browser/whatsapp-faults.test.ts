import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Channel, Client, Message } from 'whatsapp-web.js';
import { makePng } from '../support/telegram/sample-picture.ts';
import { waitFor } from '../support/wait-for.ts';
import type { Fault } from '../support/whatsapp/faults.ts';
import { createProfile, type Profile, pictureOf, plain, serverIdOf } from '../support/whatsapp/open-client.ts';
import type { WhatsappWeb } from '../support/whatsapp/port.ts';
import { startWhatsappWeb } from '../support/whatsapp/web-app.ts';

const ID = '120363022222222222@newsletter';
let web: WhatsappWeb;
let profile: Profile;
let client: Client;

const send = (text: string) => client.sendMessage(ID, text, plain);
/** What came of it, once it came: the post's server id, or the error's words. */
const listen = (sending: Promise<Message | string>): { heard: unknown } => {
  const result: { heard: unknown } = { heard: 'nothing' };
  sending.then(
    (said) => {
      result.heard = typeof said === 'string' ? said : (serverIdOf(said) ?? 'no server id');
    },
    (error: Error) => {
      result.heard = error.message;
    },
  );
  return result;
};
const struck = (before: number) => waitFor('the fault to strike', () => web.faults.struck > before);
const texts = () => web.posts(ID).map(({ text }) => text);
const rows = async () => {
  const channel = (await client.getChatById(ID)) as unknown as Channel;
  return (await channel.fetchMessages({ limit: 50 })).map((row) => [row.body, row.ack, serverIdOf(row)]);
};

beforeAll(async () => {
  web = await startWhatsappWeb();
  profile = await createProfile(web);
});
beforeEach(() => web.addChannel({ id: ID, name: 'News', inviteCode: '0029VaX', role: 'admin' }));
afterAll(async () => {
  await profile.remove();
  await web.close();
  expect(web.violations).toEqual([]);
});

describe('a fault that the page survives', () => {
  beforeAll(async () => {
    client = await profile.startReady();
  });

  it.each<[Fault, unknown]>([
    ['refuse-silently', 'no server id'],
    ['reject', 'the words'],
    ['401', '401 not-authorized'],
    ['429', '429 rate-overlimit'],
  ])('%s: nothing is posted, the library says: %s', async (fault, words) => {
    const ticket = web.faults.order({ fault, words: 'the words' });
    const result = listen(send(`struck by ${fault}`));
    await waitFor('the answer', () => result.heard !== 'nothing');
    expect(result.heard).toEqual(words);
    expect(texts()).toEqual([]);
    expect(web.requests.at(-1)?.outcome).toEqual({ kind: 'fault', fault, committed: false });
    expect(ticket.hits()).toBe(1);
    expect(serverIdOf(await send('The next one'))).toBe(100);
  });

  it('hang: never answered and never posted, and others pass', async () => {
    const { struck: before } = web.faults;
    web.faults.order({ fault: 'hang' });
    const result = listen(send('Stuck'));
    await struck(before);
    await send('Passing');
    expect(result.heard).toBe('nothing');
    expect(texts()).toEqual(['Passing']);
  });

  it('accept-then-lose-the-answer: posted, and nobody hears of it', async () => {
    const { struck: before } = web.faults;
    web.faults.order({ fault: 'accept-then-lose-the-answer' });
    const result = listen(send('Lost'));
    await struck(before);
    await send('Next');
    expect(result.heard).toBe('nothing');
    expect(texts()).toEqual(['Lost', 'Next']);
  });

  it('accept-late: posted when the test says so', async () => {
    const { struck: before } = web.faults;
    web.faults.order({ fault: 'accept-late' });
    const result = listen(send('Late'));
    await struck(before);
    await send('Sooner');
    expect(texts()).toEqual(['Sooner']);
    web.faults.release();
    await waitFor('the late answer', () => result.heard === 101);
    expect(texts()).toEqual(['Sooner', 'Late']);
  });

  it('accept-late: posted after a time', async () => {
    web.faults.order({ fault: 'accept-late', lateMs: 1 });
    expect(serverIdOf(await send('Late'))).toBe(100);
  });

  it('freeze-page: the page does nothing until it is released, then it posts', async () => {
    web.faults.order({ fault: 'freeze-page' });
    const result = listen(send('Frozen'));
    await waitFor('the page to stand still', () => web.frozen === 1);
    const state = listen(client.getState());
    await client.pupBrowser?.version();
    expect([result.heard, state.heard, texts()]).toEqual(['nothing', 'nothing', []]);
    web.faults.release();
    await waitFor('the answers', () => result.heard === 100 && state.heard !== 'nothing');
    expect(web.frozen).toBe(0);
  });

  it('strikes the n-th matching request only, and other operations when asked', async () => {
    web.faults.order({ fault: 'reject', contains: 'storm', nth: 2, words: 'second storm' });
    await send('storm one');
    await send('calm');
    await expect(send('storm two')).rejects.toThrow('second storm');
    const post = await send('storm three');

    web.faults.order({ op: ['edit', 'upload'], fault: 'refuse-silently', times: 2 });
    expect((await post.edit('changed', { linkPreview: false }))?.body).toBe('storm three');
    const picture = client.sendMessage(ID, pictureOf(makePng(4, 4)), plain);
    await expect(picture).rejects.toThrow('media entry was not created');
    expect(texts()).toEqual(['storm one', 'calm', 'storm three']);
  });

  it('leaves rows of its own behind that look like posts after a restart', async () => {
    const { struck: before } = web.faults;
    web.faults.order({ fault: 'refuse-silently', contains: 'Refused' });
    web.faults.order({ fault: 'hang', contains: 'Stuck' });
    await send('Refused');
    listen(send('Stuck'));
    await struck(before + 1);
    await send('Posted');
    await profile.stop();
    client = await profile.startReady();
    expect(await rows()).toEqual(
      expect.arrayContaining([
        ['Refused', 1, undefined],
        ['Stuck', 0, undefined],
        ['Posted', 1, 100],
      ]),
    );
  });
});

describe('a fault that the page does not survive', () => {
  beforeEach(async () => {
    client = await profile.startReady();
  });
  afterEach(() => profile.stop());

  it.each<[Fault, number]>([
    ['crash-page-before', 0],
    ['crash-page-after', 1],
  ])('%s: the renderer dies, the send hears nothing', async (fault, posted) => {
    let crashed = false;
    client.pupPage?.once('error', () => {
      crashed = true;
    });
    web.faults.order({ fault });
    const result = listen(send(fault));
    await waitFor('the crash', () => crashed);
    expect(result.heard).toBe('nothing');
    expect(texts()).toHaveLength(posted);
  });

  it.each<[Fault, number]>([
    ['reload-before', 0],
    ['reload-after', 1],
  ])('%s: the page comes back, the send hears that it went away', async (fault, posted) => {
    web.faults.order({ fault });
    const result = listen(send(fault));
    await waitFor('the end', () => result.heard !== 'nothing');
    expect(result.heard).toMatch(/Execution context was destroyed|Cannot find context|Target closed/);
    await waitFor('ready again', () => profile.events.filter((event) => event === 'ready').length === 2);
    expect(texts()).toHaveLength(posted);
    const found = (await rows()).filter(([text, , serverId]) => text === fault && serverId !== undefined);
    expect(found).toHaveLength(posted);
  });

  it('accepts a send even after the browser is gone', async () => {
    const { struck: before } = web.faults;
    web.faults.order({ fault: 'accept-late' });
    const result = listen(send('From beyond'));
    await struck(before);
    client.pupBrowser?.process()?.kill('SIGKILL');
    await waitFor('the send to fail', () => result.heard !== 'nothing');
    expect(texts()).toEqual([]);
    web.faults.release();
    expect(texts()).toEqual(['From beyond']);
  });
});
