import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { usualLimits } from '../../../src/channels/whatsapp/run-session.ts';
import { aMessage, aPicture } from '../../contract/a-message.ts';
import { createTestAccount, type TestAccount } from '../../contract/a-whatsapp-account.ts';
import { calling, expectAccepted } from '../../contract/channel-contract.ts';
import { waitFor } from '../../support/wait-for.ts';
import type { DriftName } from '../../support/whatsapp/drift.ts';
import type { WhatsappWeb } from '../../support/whatsapp/port.ts';
import { startWhatsappWeb } from '../../support/whatsapp/web-app.ts';
import { lookFor, openChannel } from './open-channel.ts';

// Each may start a Chromium or two.
jest.setTimeout(120_000);

const inviteCode = '0029Vd1';
const message = aMessage('whatsapp');

let web: WhatsappWeb;
let test: TestAccount;
let drifts: readonly DriftName[] = [];

beforeAll(async () => {
  web = await startWhatsappWeb();
  web.addChannel({ name: 'Herald', inviteCode, role: 'owner' });
  test = await createTestAccount(web, { limits: { ...usualLimits, ready: 3_000 } });
  await test.link();
  await test.account.close('in-order');
});
afterAll(async () => {
  await test.close();
  await web.close();
});
afterEach(() => {
  for (const name of drifts) web.drift(name, false);
});

const drift = (...names: readonly DriftName[]): void => {
  drifts = names;
  for (const name of names) web.drift(name, true);
};
const openUnder = async (...names: readonly DriftName[]): Promise<void> => {
  await test.account.close('in-order');
  drift(...names);
  test.account.open(1);
};
/** A browser that runs already loads the page again, as after an update. */
const loadUnder = async (...names: readonly DriftName[]): Promise<void> => {
  if (!['ready', 'degraded'].includes(test.account.view().state)) return openUnder(...names);
  drift(...names);
  const before = test.notes.length;
  web.reload();
  await waitFor('the page to load again', () => test.notes.slice(before).some(({ state }) => state === 'syncing'));
};

describe('a later build of WhatsApp Web', () => {
  it.each<DriftName>([
    'ready-never-fires',
    'av-params-removed',
    'serialized-renamed',
    'wid-serialized-renamed',
    'chat-find-throws',
    'media-own-x-id',
  ])('is mended, so that everything works: %s', async (name) => {
    await loadUnder(name);
    await test.untilState('ready');
    const channel = openChannel(test, inviteCode, 10_000);
    const posted = expectAccepted(await channel.send(message, calling()));
    const pictured = expectAccepted(await channel.send(aMessage('whatsapp', {}, aPicture), calling()));
    expect((await lookFor(channel, message)).kind).toBe('found');
    expectAccepted(await channel.edit(posted, aMessage('whatsapp', { headline: 'Düzəliş' }), calling()));
    expectAccepted(await channel.edit(pictured, aMessage('whatsapp', { headline: 'Düzəliş' }), calling()));
    for (const each of [posted, pictured]) expectAccepted(await channel.remove(each, message, calling()));
    expect(web.posts(inviteCode)).toEqual([]);
  });

  it('needs nothing beyond what the library itself calls', async () => {
    await loadUnder(
      'missing:WAWebNewsletterRevokeMsgAction',
      'missing:WAWebNewsletterMetadataQueryJob',
      'missing:WAWebLinkPreviewChatAction',
      'missing:WAWebMediaMetadata',
      'missing:WALinkify.findLink',
    );
    await test.untilState('ready');
    const channel = openChannel(test, inviteCode, 10_000);
    const posted = expectAccepted(await channel.send(message, calling()));
    const pictured = expectAccepted(await channel.send(aMessage('whatsapp', {}, aPicture), calling()));
    expect((await lookFor(channel, message)).kind).toBe('found');
    expectAccepted(await channel.edit(posted, aMessage('whatsapp', { headline: 'Düzəliş' }), calling()));
    for (const each of [posted, pictured]) expectAccepted(await channel.remove(each, message, calling()));
    expect(web.posts(inviteCode)).toEqual([]);
  });

  it('does what it can, and says what it cannot', async () => {
    await loadUnder('missing:WAWebMediaMmsV4Upload', 'missing:WAWebSendMessageEditAction');
    expect(await test.untilState('degraded')).toMatchObject({
      detail: expect.stringMatching(/media \(WAWebMediaMmsV4Upload.*edit \(WAWebSendMessageEditAction/),
      hint: expect.any(String),
    });
    const channel = openChannel(test, inviteCode);
    expect(await channel.status(calling())).toMatchObject({ state: 'degraded' });
    const posted = expectAccepted(await channel.send(message, calling()));
    expect(await channel.send(aMessage('whatsapp', {}, aPicture), calling())).toMatchObject({ pictureRefused: true });
    expect(await channel.edit(posted, message, calling())).toMatchObject({ outcome: 'refused' });
    expectAccepted(await channel.remove(posted, message, calling()));
  });

  it.each<DriftName>([
    'newsletter-collection-renamed',
    'missing:WAWebNewsletterSendMessageJob',
    'missing:WAWebSyncGatingUtils',
    'missing:WAWebUserPrefsMeUser',
    'missing:WAWebCallCollection',
    'missing:WAWebOfflineHandler',
  ])('is incompatible, by the name of what it lacks: %s', async (name) => {
    await openUnder(name);
    const lacks = name.startsWith('missing:') ? name.slice('missing:'.length) : 'WAWebNewsletterCollection';
    expect(await test.untilState('incompatible')).toMatchObject({ detail: expect.stringContaining(lacks) });
  });

  it('that never gets in sync is tried again', async () => {
    await openUnder('sync-never-ends');
    expect(await test.untilState('down')).toMatchObject({ detail: expect.stringMatching(/ready in time/) });
    web.drift('sync-never-ends', false);
    await test.untilState('ready');
  });
});
