import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Looks, Message } from '../../src/article/post.ts';
import type { Receipt } from '../../src/article/receipt.ts';
import type { Call, Channel, Posted } from '../../src/deliver/channel.ts';
import { parseHtml } from '../support/telegram/parse-html.ts';
import { oddTexts } from '../unit/compose/messages/a-post.ts';
import { aMessage, aPicture } from './a-message.ts';

export interface SeenByReaders {
  readonly messageId: string;
  /** Without markup. */
  readonly text: string;
  readonly picture: boolean;
}

export interface ContractSetup {
  readonly channel: Channel;
  /** What stands on the channel now, oldest first. */
  subscribersSee(): Promise<readonly SeenByReaders[]>;
  close(): Promise<void>;
}

/** What readers see of finished markup. */
export const visibleText = (text: string, looks: Looks): string => {
  if (looks === 'whatsapp') return text;
  const parsed = parseHtml(text);
  if ('fault' in parsed) throw new Error(parsed.fault);
  return parsed.text;
};

export const calling = (): Call => ({ signal: new AbortController().signal });

/** Fails with the receipt's own words when the platform did not accept. */
export const expectAccepted = (receipt: Receipt): Posted & Extract<Receipt, { outcome: 'accepted' }> => {
  if (receipt.outcome !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(receipt)}`);
  return receipt;
};

/** The whole channel, from its first post. */
const anywhere = { since: 0, floor: null, known: [] };

/** What every adapter promises, on the real thing or on a strict stand-in of it. */
export const runChannelContract = (name: string, setUp: () => Promise<ContractSetup>): void => {
  describe(`the ${name} channel keeps the contract of channels`, () => {
    let setup: ContractSetup;
    let channel: Channel;
    beforeEach(async () => {
      setup = await setUp();
      channel = setup.channel;
    });
    afterEach(() => setup.close());

    const write = (changes = {}, picture = false): Message =>
      aMessage(channel.looks, changes, picture ? aPicture : null);
    const post = async (message: Message): Promise<Posted> => expectAccepted(await channel.send(message, calling()));
    const visible = (message: Message): string => visibleText(message.text, channel.looks);

    it('posts a text', async () => {
      const message = write();
      const { messageId, picture } = await post(message);
      expect(picture).toBe(false);
      expect(await setup.subscribersSee()).toEqual([{ messageId, text: visible(message), picture: false }]);
    });

    it('posts a picture with a caption', async () => {
      const message = write({}, true);
      const { messageId, picture } = await post(message);
      expect(picture).toBe(true);
      expect(await setup.subscribersSee()).toEqual([{ messageId, text: visible(message), picture: true }]);
    });

    it('shows posts in the order in which they were sent, with ids that grow', async () => {
      const ids: number[] = [];
      for (const headline of ['Bir', 'İki', 'Üç']) ids.push(Number((await post(write({ headline }))).messageId));
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
      expect((await setup.subscribersSee()).map(({ messageId }) => Number(messageId))).toEqual(ids);
    });

    it.each([false, true])('edits a post in its place (with a picture: %s)', async (picture) => {
      const posted = await post(write({}, picture));
      const corrected = write({ headline: 'Düzəliş: körpü sabah açılır' }, picture);
      const receipt = expectAccepted(await channel.edit(posted, corrected, calling()));
      expect(receipt).toMatchObject({ messageId: posted.messageId, picture });
      expect(await setup.subscribersSee()).toEqual([
        { messageId: posted.messageId, text: visible(corrected), picture },
      ]);
    });

    it.each([false, true])('accepts an edit that changes nothing (with a picture: %s)', async (picture) => {
      const message = write({}, picture);
      const posted = await post(message);
      expectAccepted(await channel.edit(posted, message, calling()));
      expect(await setup.subscribersSee()).toHaveLength(1);
    });

    it('takes a post back', async () => {
      const kept = await post(write({ headline: 'Qalan xəbər' }));
      const posted = await post(write());
      expectAccepted(await channel.remove(posted, write(), calling()));
      expect((await setup.subscribersSee()).map(({ messageId }) => messageId)).toEqual([kept.messageId]);
    });

    it('accepts a removal of what is gone, and says so', async () => {
      const posted = await post(write());
      await channel.remove(posted, write(), calling());
      expect(expectAccepted(await channel.remove(posted, write(), calling())).note).toMatch(/already gone/);
    });

    it('refuses to edit what is gone', async () => {
      const posted = await post(write());
      await channel.remove(posted, write(), calling());
      expect(await channel.edit(posted, write({ headline: 'Gec düzəliş' }), calling())).toMatchObject({
        outcome: 'refused',
        reason: expect.any(String),
      });
    });

    it.each(oddTexts)('posts whatever a newsroom may write: %s', async (_name, odd) => {
      const message = write({ headline: odd, summary: odd, breaking: true });
      await post(message);
      const [seen] = await setup.subscribersSee();
      // Some platforms drop some combining marks.
      expect(withoutMarks(seen?.text ?? '')).toBe(withoutMarks(visible(message)));
    });

    it.each([
      ['too long', 'ö'.repeat(70_000)],
      ['empty', ''],
    ])('refuses a text that is %s, and posts nothing', async (_fault, text) => {
      const receipt = await channel.send({ ...write(), text }, calling());
      expect(receipt).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(/long|empty/) });
      expect(await setup.subscribersSee()).toEqual([]);
    });

    it('never throws when it is stopped', async () => {
      const stopped: Call = { signal: AbortSignal.abort() };
      const posted = await post(write());
      for (const receipt of [
        await channel.send(write(), stopped),
        await channel.edit(posted, write({ headline: 'Başqa' }), stopped),
        await channel.remove(posted, write(), stopped),
      ])
        expect(['deferred', 'unknown']).toContain(receipt.outcome);
      expect(await setup.subscribersSee()).toHaveLength(1);
    });

    it('never says of a post that stands that it is absent, nor finds one that was not sent', async () => {
      const message = write();
      await post(message);
      expect((await channel.find(message, anywhere, calling())).kind).not.toBe('absent');
      expect((await channel.find(write({ headline: 'Göndərilməyib' }), anywhere, calling())).kind).not.toBe('found');
    });

    it('is ready', async () => {
      expect(await channel.status(calling())).toMatchObject({ state: 'ready', hint: null });
    });
  });
};

const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
