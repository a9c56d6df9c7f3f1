import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Channel, Client } from 'whatsapp-web.js';
import { makePng } from '../support/telegram/sample-picture.ts';
import { waitFor } from '../support/wait-for.ts';
import type { DriftName } from '../support/whatsapp/drift.ts';
import { createProfile, type Profile, pictureOf, plain, serverIdOf } from '../support/whatsapp/open-client.ts';
import type { WhatsappWeb } from '../support/whatsapp/port.ts';
import { startWhatsappWeb } from '../support/whatsapp/web-app.ts';

const ID = '120363044444444444@newsletter';
let web: WhatsappWeb;
let profile: Profile;
let client: Client;

const open = async (): Promise<void> => {
  web = await startWhatsappWeb();
  web.addChannel({ id: ID, name: 'News', inviteCode: '0029VaX', role: 'admin' });
  web.postAsHuman(ID, 'There before');
  profile = await createProfile(web);
};
const close = async (): Promise<void> => {
  await profile.remove();
  await web.close();
};

/** After whatever the page had yet to do about it. */
const hasSynced = () =>
  client.pupPage?.evaluate(`new Promise((resolve) => {
    setTimeout(() => resolve(window.require('WAWebSocketModel').Socket.hasSynced));
  })`);
const startDrifted = async (name: DriftName): Promise<void> => {
  web.drift(name, true);
  client = await profile.startReady();
};
const sendText = () => client.sendMessage(ID, 'Text', plain);
const sendPicture = () => client.sendMessage(ID, pictureOf(makePng(4, 4)), plain);
const texts = () => web.posts(ID).map(({ text }) => text);

describe('a later build of WhatsApp Web under the library as it is', () => {
  beforeEach(open);
  afterEach(async () => {
    await close();
    expect(web.violations).toEqual([]);
  });

  it('newsletter-collection-renamed: channels cannot be listed, sends are dropped without a word', async () => {
    await startDrifted('newsletter-collection-renamed');
    await expect(client.getChannels()).rejects.toThrow("reading 'getModelsArray'");
    expect(await sendText()).toBeUndefined();
    expect(texts()).toEqual(['There before']);
  });

  it('av-params-removed: pictures throw, after the page kept a row; texts pass', async () => {
    await startDrifted('av-params-removed');
    await expect(sendPicture()).rejects.toThrow('msg.avParams is not a function');
    expect(serverIdOf(await sendText())).toBe(101);
    await profile.stop();
    client = await profile.startReady();
    const channel = (await client.getChatById(ID)) as unknown as Channel;
    const rows = await channel.fetchMessages({ limit: 20 });
    expect(rows.filter((row) => row.type === 'image').map(serverIdOf)).toEqual([undefined]);
  });

  it('media-own-x-id: pictures throw, texts pass', async () => {
    await startDrifted('media-own-x-id');
    await expect(sendPicture()).rejects.toThrow('Data passed to getter must include an id property');
    expect(serverIdOf(await sendText())).toBe(101);
  });

  it('serialized-renamed: keys lack their text, so channels cannot be listed nor posts changed', async () => {
    await startDrifted('serialized-renamed');
    await expect(client.getChannels()).rejects.toThrow("Failed to execute 'get' on 'IDBObjectStore'");
    const message = await sendText();
    expect([serverIdOf(message), message.id._serialized]).toEqual([101, undefined]);
    await expect(message.edit('Changed', { linkPreview: false })).rejects.toThrow('IDBObjectStore');
    await expect(message.delete(true)).rejects.toThrow('IDBObjectStore');
    expect(texts()).toEqual(['There before', 'Text']);
  });

  it('wid-serialized-renamed: what was listed cannot be read', async () => {
    await startDrifted('wid-serialized-renamed');
    const [channel] = (await client.getChannels()) as unknown as Channel[];
    expect(channel?.id._serialized).toBeUndefined();
    await expect(channel?.fetchMessages({ limit: 5 })).rejects.toThrow('invalid wid');
  });

  it('chat-find-throws: posts cannot be taken back, the action of the page itself still can', async () => {
    await startDrifted('chat-find-throws');
    const message = await sendText();
    await expect(message.delete(true)).rejects.toThrow('this.findImpl is not a function');
    expect(texts()).toEqual(['There before', 'Text']);
    const answer = await client.pupPage?.evaluate(`{
      const { Msg, WAWebNewsletterCollection } = window.require('WAWebCollections');
      const { sendNewsletterRevokeMsg } = window.require('WAWebNewsletterRevokeMsgAction');
      sendNewsletterRevokeMsg(WAWebNewsletterCollection.get('${ID}'), Msg.get('${message.id._serialized}'), true);
    }`);
    expect(answer).toEqual({ messageSendResult: 'OK' });
    expect(texts()).toEqual(['There before']);
  });

  it('missing:<module>: one that is needed before anything else makes the start fail', async () => {
    web.drift('missing:WAWebOfflineHandler', true);
    await expect(profile.start()).rejects.toThrow('Requiring unknown module "WAWebOfflineHandler"');
  });

  it('missing:<module>.<member>: fails where it is used', async () => {
    await startDrifted('missing:WAWebChatLoadMessages.loadEarlierMsgs');
    const [channel] = (await client.getChannels()) as unknown as Channel[];
    await expect(channel?.fetchMessages({ limit: 5 })).rejects.toThrow('loadEarlierMsgs is not a function');
  });
});

describe('a later build of WhatsApp Web that a linked device comes upon', () => {
  let drifted: DriftName | null = null;
  beforeAll(async () => {
    await open();
    await profile.startReady();
  });
  afterEach(() => {
    if (drifted !== null) web.drift(drifted, false);
  });
  afterAll(async () => {
    await close();
    expect(web.violations).toEqual([]);
  });
  /** Started with the page as it is now, and not waited for. */
  const startLinked = async (name: DriftName): Promise<void> => {
    await profile.stop();
    drifted = name;
    web.drift(name, true);
    client = await profile.start();
  };

  it('ready-never-fires: in sync, but it takes the library a push to be ready', async () => {
    await startLinked('ready-never-fires');
    expect(await hasSynced()).toBe(true);
    await client.pupPage?.evaluate('window.onAppStateHasSyncedEvent()');
    await waitFor('ready', () => profile.events.includes('ready'));
    expect(profile.events).toEqual(['authenticated', 'ready']);
  });

  it('sync-never-ends: linked and connected, but never in sync', async () => {
    await startLinked('sync-never-ends');
    expect(await client.getState()).toBe('CONNECTED');
    expect(await hasSynced()).toBe(false);
    expect(profile.events).toEqual([]);
  });

  it('missing:<module>: authenticated and then nothing, without an error', async () => {
    await startLinked('missing:WAWebUserPrefsMeUser');
    await waitFor('authenticated', () => profile.events.includes('authenticated'));
    expect(await client.getState()).toBe('CONNECTED');
    expect(profile.events).toEqual(['authenticated']);
  });
});

describe('whatever the stand-in lacks', () => {
  beforeAll(async () => {
    await open();
    client = await profile.start();
  });
  afterAll(close);

  it.each([
    ['a module', `window.require('WAWebNowhere')`, 'window.require.WAWebNowhere'],
    ['a member of a module', `window.require('WAWebCmd').Cmd.openDrawerMid()`, 'Cmd.openDrawerMid'],
    ['a member of a model', `window.require('WAWebUserPrefsMeUser').getMaybeMePnUser().isBot()`, 'Wid.isBot'],
  ])('%s fails loudly and is written down', async (_what, code, name) => {
    const before = web.violations.length;
    await expect(client.pupPage?.evaluate(code)).rejects.toThrow(`${name} is not in the stand-in`);
    await waitFor('the violation', () => web.violations.length > before);
    expect(web.violations.slice(before)).toEqual([`${name} is not in the stand-in`]);
  });
});
