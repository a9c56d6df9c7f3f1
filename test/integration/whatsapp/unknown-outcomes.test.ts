import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Channel } from '../../../src/deliver/channel.ts';
import { aMessage, aPicture } from '../../contract/a-message.ts';
import { createTestAccount, type TestAccount } from '../../contract/a-whatsapp-account.ts';
import { calling, expectAccepted } from '../../contract/channel-contract.ts';
import { waitFor } from '../../support/wait-for.ts';
import type { Fault } from '../../support/whatsapp/faults.ts';
import type { WhatsappWeb } from '../../support/whatsapp/port.ts';
import { startWhatsappWeb } from '../../support/whatsapp/web-app.ts';
import { findBrowsers } from './find-processes.ts';
import { lookFor, openChannel } from './open-channel.ts';

// Each starts a Chromium or two.
jest.setTimeout(120_000);

let web: WhatsappWeb;
let test: TestAccount;
let channel: Channel;
let inviteCode = '';
let opened = 0;

beforeAll(async () => {
  web = await startWhatsappWeb();
  test = await createTestAccount(web);
  await test.link();
});
afterAll(async () => {
  expect(web.violations).toEqual([]);
  await test.close();
  await web.close();
});
beforeEach(async () => {
  inviteCode = `0029Vb${++opened}`;
  web.addChannel({ name: `Herald ${opened}`, inviteCode, role: 'owner' });
  channel = openChannel(test, inviteCode);
  await test.untilState('ready');
});

const message = aMessage('whatsapp');
const send = (attempt: string, what = message) => channel.send(what, { ...calling(), attempt });

/** Sent as often as it is certain that nothing stands there, at most twice. */
const sendAgain = async (): Promise<void> => {
  await test.untilState('ready');
  expectAccepted(await send('f2'));
};

describe('a send that WhatsApp does not plainly answer', () => {
  it.each<[Fault, boolean]>([
    ['refuse-silently', false],
    ['reject', false],
    ['hang', false],
    ['crash-page-before', false],
    ['reload-before', false],
    ['freeze-page', false],
    ['accept-then-lose-the-answer', true],
    ['crash-page-after', true],
    ['reload-after', true],
  ])('is unknown, then looked up, and posted once: %s', async (fault, stands) => {
    web.faults.order({ channel: inviteCode, fault });
    const receipt = await send('f1');
    expect(receipt).toMatchObject({ outcome: 'unknown', cause: expect.any(String) });
    const finding = await lookFor(channel, message, ['f1']);
    expect(finding.kind).toBe(stands ? 'found' : 'absent');
    if (!stands) await sendAgain();
    expect(web.posts(inviteCode)).toMatchObject([{ text: message.text }]);
    if (finding.kind === 'found') expect(finding.messageId).toBe(String(web.posts(inviteCode)[0]?.serverId));
  });

  it.each<Fault>(['reload-after', 'accept-then-lose-the-answer'])('is no matter of its picture: %s', async (fault) => {
    const pictured = aMessage('whatsapp', {}, aPicture);
    web.faults.order({ channel: inviteCode, fault });
    expect((await send('f1', pictured)).outcome).toBe('unknown');
    expect((await lookFor(channel, { ...pictured, picture: null }, ['f1'])).kind).toBe('found');
  });

  it('is found by the id that it was given, whatever it says by then', async () => {
    web.faults.order({ channel: inviteCode, fault: 'accept-then-lose-the-answer' });
    await send('f1');
    expect((await lookFor(channel, { ...message, text: 'Başqa mətn' }, ['f1'])).kind).toBe('found');
    expect((await lookFor(channel, { ...message, text: 'Başqa mətn' }, ['f7'])).kind).toBe('absent');
  });

  it('is found although it was taken only after the browser was ended', async () => {
    web.faults.order({ channel: inviteCode, fault: 'accept-late' });
    await send('f1');
    expect((await lookFor(channel, message, ['f1'])).kind).toBe('absent');
    web.faults.release();
    await waitFor('the late post', () => web.posts(inviteCode).length === 1);
    expect((await lookFor(channel, message, ['f1'])).kind).toBe('found');
  });

  it('leaves no browser that could still send it', async () => {
    web.faults.order({ channel: inviteCode, fault: 'hang' });
    const [before] = await findBrowsers(test.profile);
    await send('f1');
    expect((await findBrowsers(test.profile)).map(({ browser }) => browser)).not.toContain(before?.browser);
  });

  it.each(['driver', 'browser'] as const)('is unknown when the %s is killed in the middle', async (victim) => {
    web.faults.order({ channel: inviteCode, fault: 'accept-then-lose-the-answer' });
    const sending = send('f1');
    await waitFor('the post to be taken', () => web.posts(inviteCode).length > 0);
    const [running] = await findBrowsers(test.profile);
    process.kill(running?.[victim] ?? 0, 'SIGKILL');
    expect((await sending).outcome).toBe('unknown');
    expect((await lookFor(channel, message, ['f1'])).kind).toBe('found');
  });

  it('is a matter of the picture when no message could be made of it', async () => {
    const broken = { ...aPicture, bytes: Buffer.from('not a picture') };
    const receipt = await send('f1', aMessage('whatsapp', {}, broken));
    expect(receipt).toMatchObject({ outcome: 'refused', pictureRefused: true });
    expect(test.account.view().state).toBe('ready');
  });

  it('waits when WhatsApp asks for it', async () => {
    web.faults.order({ channel: inviteCode, fault: '429' });
    expect(await send('f1')).toMatchObject({ outcome: 'deferred', retryAfterMs: 60_000 });
    expect(web.posts(inviteCode)).toEqual([]);
  });
});

describe('a change of a post', () => {
  it.each(['edit', 'revoke'] as const)(
    'is refused in the words of WhatsApp, and never taken for done: %s',
    async (op) => {
      const posted = expectAccepted(await send('f1'));
      web.faults.order({ op, channel: inviteCode, fault: 'refuse-silently' });
      const changed = aMessage('whatsapp', { headline: 'Düzəliş' });
      const receipt =
        op === 'edit' ? channel.edit(posted, changed, calling()) : channel.remove(posted, changed, calling());
      expect(await receipt).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(/ERROR_UNKNOWN/) });
    },
  );

  it('may be done again after an answer that was lost', async () => {
    const posted = expectAccepted(await send('f1'));
    web.faults.order({ op: 'revoke', channel: inviteCode, fault: 'accept-then-lose-the-answer' });
    expect((await channel.remove(posted, message, calling())).outcome).toBe('unknown');
    await test.untilState('ready');
    expect(expectAccepted(await channel.remove(posted, message, calling())).note).toMatch(/already gone/);
  });

  it('is refused where a post is too old for it', async () => {
    const posted = expectAccepted(await send('f1'));
    web.makeOlder(inviteCode, Number(posted.messageId), 31 * 24 * 60 * 60 * 1000);
    const before = test.notes.length;
    web.reload();
    await waitFor('the page to load again', () => test.notes.slice(before).some(({ state }) => state === 'syncing'));
    await test.untilState('ready');
    const notice = { ...message, text: 'Bu xəbər geri götürülüb.' };
    const reason = expect.stringMatching(/no longer lets it be deleted.*no longer lets this post be edited/);
    expect(await channel.remove(posted, notice, calling())).toEqual({ outcome: 'refused', reason });
  });
});

describe('who may post', () => {
  it.each(['subscriber', 'guest'] as const)('is refused with the remedy when the account is a %s', async (role) => {
    web.setRole(inviteCode, role);
    expect(await send('f1')).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(/administrator/) });
  });

  it('is asked again after a send that was not accepted', async () => {
    expectAccepted(await send('f1'));
    web.setRole(inviteCode, 'subscriber');
    expect((await send('f2')).outcome).toBe('unknown');
    await test.untilState('ready');
    expect(await send('f3')).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(/administrator/) });
    expect(await channel.status(calling())).toMatchObject({ state: 'down' });
  });

  it('names a channel that WhatsApp does not know', async () => {
    const receipt = await openChannel(test, '0029VbNobody').send(message, calling());
    expect(receipt).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(/knows no channel.*target/) });
  });
});
