import { describe, expect, it } from '@jest/globals';
import type { WhatsappView } from '../../../src/desk/whatsapp.ts';
import { createCliWorld } from '../../support/cli-world.ts';
import { readyView, whatsappView } from '../../support/whatsapp-view.ts';

/** A house whose account goes from one view to the next at every look. */
const createHouse = (views: readonly (WhatsappView | null)[], changes: Parameters<typeof createCliWorld>[0] = {}) => {
  const house = createCliWorld(changes);
  const [first = null, ...rest] = views;
  house.showWhatsapp(first);
  const left = [...rest];
  house.clock.onPause = () => {
    const next = left.shift();
    if (next !== undefined) house.showWhatsapp(next);
  };
  return house;
};
const link = (views: readonly (WhatsappView | null)[], ...args: readonly string[]) =>
  createHouse(views).run('link', 'whatsapp', ...args);
const stages = [whatsappView({ qr: 'first' }), whatsappView({ qr: 'second' }), whatsappView({ state: 'linking' })];

describe('tellal link whatsapp', () => {
  it('shows every QR once, and ends when the account is ready with the channels it may post to', async () => {
    const { code, stdout, stderr } = await link([...stages, readyView]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/\[first\][^[]*\[second\][^[]*linked and ready/);
    expect(stdout).toBe(
      'Herald         admin  https://whatsapp.com/channel/0029Va1\nHerald: idman  owner  120364@newsletter\n',
    );
  });

  it('draws the next QR in the place of the one before on a terminal', async () => {
    const house = createHouse([...stages, readyView], { isTty: { stdout: true, stderr: true } });
    const { stderr } = await house.run('link', 'whatsapp');
    expect(stderr.split('\u001b[3A\u001b[J')).toHaveLength(3);
  });

  it('asks for a code and shows it in two halves', async () => {
    const house = createHouse([whatsappView(), whatsappView({ pairingCode: 'ABCD1234' }), readyView]);
    const { code, stderr } = await house.run('link', 'whatsapp', '--code', '+994 50 111-22-33');
    expect(house.seen.linkRequests).toEqual([{ by: 'admin-1', phone: '994501112233' }]);
    expect(stderr).toContain('ABCD-1234');
    expect(code).toBe(0);
  });

  it('says that the linked account may post nowhere yet', async () => {
    const { code, stdout, stderr } = await link([whatsappView(), { ...readyView, channels: [] }]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('administrator of no channel');
  });

  it.each<readonly [string, readonly (WhatsappView | null)[], RegExp, ...string[]]>([
    ['no worker holds the account', [null], /no worker holds/],
    ['the worker goes away', [whatsappView({ qr: 'first' }), null], /is gone/],
    ['it is linked already', [readyView], /linked already/],
    [
      'WhatsApp blocks the account',
      [whatsappView(), whatsappView({ state: 'blocked', hint: 'on the phone' })],
      /phone/,
    ],
    ['the number is no number', [whatsappView()], /not a phone number/, '--code', 'Leyla'],
    ['nobody scans within five minutes', [whatsappView({ qr: 'first' })], /five minutes/],
  ])('fails when %s', async (_what, views, words, ...args) => {
    const { code, stderr } = await link(views, ...args);
    expect(code).toBe(1);
    expect(stderr).toMatch(words);
  });

  it('goes on when the account was blocked only before', async () => {
    const blocked = whatsappView({ state: 'blocked' });
    expect((await link([blocked, blocked, whatsappView({ state: 'starting' }), readyView])).code).toBe(0);
  });

  it('ends at Ctrl-C and closes the desk', async () => {
    const house = createHouse([whatsappView({ qr: 'first' })]);
    house.clock.onPause = house.interrupt;
    expect(await house.run('link', 'whatsapp')).toMatchObject({ code: 1, stderr: expect.stringContaining('stopped') });
    expect(house.desks.open).toBe(0);
  });
});
