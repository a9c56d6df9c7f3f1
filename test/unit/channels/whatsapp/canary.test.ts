import { describe, expect, it } from '@jest/globals';
import type { WhatsappChannel } from '../../../../src/article/whatsapp-account.ts';
import { createCanary } from '../../../../src/channels/whatsapp/canary.ts';
import type { SessionProcess } from '../../../../src/channels/whatsapp/session-process.ts';

const canary: WhatsappChannel = {
  ...{ id: '120363000000000009@newsletter', name: 'Canary', role: 'owner', inviteLink: null },
};
const other: WhatsappChannel = { ...canary, id: '120363000000000001@newsletter', name: 'Herald' };
const limits = { timeoutMs: 3_000 };

/** A page that lists these channels and takes every post. */
const pageWith = (channels: readonly WhatsappChannel[]): Pick<SessionProcess, 'call'> => {
  const answers: Readonly<Record<string, unknown>> = {
    channels,
    send: { kind: 'answered', serverId: '101' },
    remove: { kind: 'done' },
  };
  return { call: async (job) => ({ kind: 'done', value: answers[job] as never }) };
};

describe('a trial of a new build', () => {
  it('is proved by a post', async () => {
    expect(await createCanary(canary.id).tryOut(pageWith([other, canary]), limits)).toEqual({ kind: 'proved' });
  });

  it('is in vain where the account has channels, but not this one', async () => {
    expect(await createCanary(canary.id).tryOut(pageWith([other]), limits)).toMatchObject({
      kind: 'vain',
      words: expect.stringMatching(/knows no channel/),
    });
  });

  it('does not judge a page that has not loaded the channels of the account yet', async () => {
    const { tryOut } = createCanary(canary.id);
    const page = pageWith([]);
    for (let tries = 0; tries < 3; tries += 1)
      expect(await tryOut(page, limits)).toMatchObject({ kind: 'not-yet', words: expect.stringMatching(/no channel/) });
  });

  it('is in vain where no channel is loaded for too long', async () => {
    const { tryOut } = createCanary(canary.id, 0);
    expect(await tryOut(pageWith([]), limits)).toMatchObject({ kind: 'vain' });
  });

  it('waits for each page anew', async () => {
    const times = [0, 50, 100, 149, 150];
    const { tryOut } = createCanary(canary.id, 100, () => times.shift() ?? 0);
    const [first, second] = [pageWith([]), pageWith([])];
    const kinds = [];
    for (const page of [first, first, first, second, second]) kinds.push((await tryOut(page, limits)).kind);
    expect(kinds).toEqual(['not-yet', 'not-yet', 'vain', 'not-yet', 'not-yet']);
  });
});
