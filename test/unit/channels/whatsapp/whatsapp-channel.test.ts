import { describe, expect, it } from '@jest/globals';
import type { WhatsappChannel } from '../../../../src/article/whatsapp-account.ts';
import type { Outcome, WhatsappAccount } from '../../../../src/channels/whatsapp/account.ts';
import { stoppedView } from '../../../../src/channels/whatsapp/account-view.ts';
import type { Changed, Missing } from '../../../../src/channels/whatsapp/messages.ts';
import { createWhatsappChannel } from '../../../../src/channels/whatsapp/whatsapp-channel.ts';
import { aChannelConfig } from '../../../contract/a-channel-config.ts';
import { aMessage, aPicture } from '../../../contract/a-message.ts';
import { calling } from '../../../contract/channel-contract.ts';

const herald: WhatsappChannel = {
  id: '120363000000000001@newsletter',
  name: 'Herald',
  role: 'owner',
  inviteLink: 'https://whatsapp.com/channel/0029Va1',
};
const posted = { messageId: '107', picture: false };
const message = aMessage('whatsapp');

/** An account that gives these answers, and notes what it was asked. */
const open = (
  answers: Readonly<Record<string, unknown>>,
  { target = herald.inviteLink, missing = {} }: { readonly target?: string | null; readonly missing?: Missing } = {},
) => {
  const asked: string[] = [];
  const answer = async (job: string): Promise<Outcome<never>> => {
    asked.push(job);
    if (!(job in answers)) return { kind: 'failed', words: `cannot ${job}` };
    return { kind: 'done', value: answers[job] as never };
  };
  const account: WhatsappAccount = {
    open: () => undefined,
    beat: () => undefined,
    close: async () => undefined,
    view: () => ({ ...stoppedView, state: 'ready' }),
    missing: () => missing,
    noteProof: () => undefined,
    quietFor: () => 0,
    look: answer,
    change: answer,
  };
  const config = aChannelConfig({ id: 'wa-az', platform: 'whatsapp', looks: 'whatsapp', target });
  return { asked, channel: createWhatsappChannel({ config, account, timeoutMs: 1_000, uploadTimeoutMs: 1_000 }) };
};

const notAllowed: Changed = { kind: 'not-allowed' };
const done: Changed = { kind: 'done' };
const answered = { kind: 'answered', serverId: '108' };

describe('a WhatsApp channel', () => {
  it('leaves a notice where a post can no longer be deleted', async () => {
    const { channel } = open({ findChannel: herald, remove: notAllowed, edit: done });
    expect(await channel.remove(posted, message, calling())).toMatchObject({
      outcome: 'accepted',
      note: expect.stringMatching(/notice/),
    });
  });

  it.each([
    ['a post without an id', { kind: 'answered', serverId: null }],
    ['no message made of it', { kind: 'not-made', words: 'no' }],
  ])('counts as an answer that proves nothing: %s', async (_what, send) => {
    const { channel } = open({ findChannel: herald, send });
    expect(await channel.send(message, calling())).toMatchObject({ outcome: 'unknown', answered: true });
    const silent = open({ findChannel: herald }).channel;
    expect(await silent.send(message, calling())).toEqual({ outcome: 'unknown', cause: 'cannot send' });
  });

  const notMade = { kind: 'not-made', words: 'upload failed' };
  it.each([
    ['the second upload succeeds', [notMade, answered], { outcome: 'accepted', picture: true }],
    ['it fails again', [notMade, notMade], { outcome: 'refused', pictureRefused: true }],
  ])('gives a picture that was not taken one more try: %s', async (_what, sends, receipt) => {
    const left = [...sends];
    const answers = {
      findChannel: herald,
      get send() {
        return left.shift();
      },
    };
    const { channel } = open(answers);
    expect(await channel.send(aMessage('whatsapp', {}, aPicture), calling())).toMatchObject(receipt);
    expect(left).toEqual([]);
  });

  it('counts no attempt where nothing left', async () => {
    const { channel } = open({});
    expect(await channel.send(message, calling())).toMatchObject({ outcome: 'deferred', unsent: true });
  });

  it('cannot say that a post is gone when it did not look at all of them', async () => {
    const { channel } = open({ findChannel: herald, remove: { kind: 'gone', whole: false } satisfies Changed });
    expect((await channel.remove(posted, message, calling())).outcome).toBe('refused');
  });

  it('is found among the channels of the account when invitations cannot be looked up', async () => {
    const { channel, asked } = open({ channels: [herald], send: answered });
    expect(await channel.send(message, calling())).toEqual({
      outcome: 'accepted',
      messageId: '108',
      link: `${herald.inviteLink}/108`,
      picture: false,
    });
    expect(asked).toEqual(['findChannel', 'channels', 'send']);
  });

  it('is found by its id, and looked for once', async () => {
    const { channel, asked } = open({ channels: [herald], send: answered }, { target: herald.id });
    await channel.send(message, calling());
    await channel.send(message, calling());
    expect(asked).toEqual(['channels', 'send', 'send']);
  });

  it('waits when it cannot be looked for', async () => {
    const { channel } = open({});
    expect(await channel.send(message, calling())).toMatchObject({ outcome: 'deferred', reason: 'cannot channels' });
    expect(await channel.find(message, { since: 0, floor: null, known: [] }, calling())).toMatchObject({
      kind: 'later',
    });
  });

  it.each([
    ['no invitation can be looked up and the list tells none', [{ ...herald, inviteLink: null }], herald.inviteLink],
    ['no channel is listed yet', [], herald.id],
  ])('refuses nothing while nobody can tell which it is: %s', async (_where, channels, target) => {
    const { channel } = open({ channels }, { target });
    expect(await channel.send(message, calling())).toMatchObject({
      outcome: 'deferred',
      reason: expect.stringMatching(/target|no channel of the account/),
      unsent: true,
    });
  });

  it('asks a person where WhatsApp shows no history', async () => {
    const { channel } = open({ findChannel: herald }, { missing: { history: 'WAWebChatLoadMessages' } });
    expect(await channel.find(message, { since: 0, floor: null, known: [] }, calling())).toMatchObject({
      kind: 'cannot-tell',
      cause: expect.stringMatching(/WAWebChatLoadMessages/),
    });
    expect(await channel.edit(posted, message, calling())).toMatchObject({ outcome: 'refused' });
  });

  it('is posted to where the page does not tell the role: WhatsApp decides', async () => {
    const { channel } = open({ findChannel: { ...herald, role: 'unknown' }, send: answered });
    expect((await channel.send(message, calling())).outcome).toBe('accepted');
  });

  it('changes no post whose id nobody gave', async () => {
    const { channel, asked } = open({ findChannel: herald, edit: done, remove: done });
    const byHand = { messageId: '', picture: false };
    expect(await channel.edit(byHand, message, calling())).toMatchObject({
      outcome: 'refused',
      reason: expect.stringMatching(/by hand/),
    });
    expect(await channel.remove(byHand, message, calling())).toMatchObject({ outcome: 'refused' });
    expect(asked).toEqual([]);
  });

  it('does not take an answer without an id for a post', async () => {
    const { channel } = open({ findChannel: herald, send: { kind: 'answered', serverId: null } });
    expect((await channel.send(message, calling())).outcome).toBe('unknown');
  });
});
