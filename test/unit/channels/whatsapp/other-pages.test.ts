import { afterEach, describe, expect, it } from '@jest/globals';
import { changePost } from '../../../../src/channels/whatsapp/child/page/change-post.ts';
import { endPreset, presetId } from '../../../../src/channels/whatsapp/child/page/preset-id.ts';
import { readChannels } from '../../../../src/channels/whatsapp/child/page/read-channels.ts';
import { readRows } from '../../../../src/channels/whatsapp/child/page/read-rows.ts';

/** The functions run in the page, whose `require` and `WWebJS` are globals there. */
const inPage = (modules: Record<string, unknown>, WWebJS: object = {}): void => {
  Object.assign(globalThis, { require: (name: string) => modules[name], WWebJS });
};
afterEach(() => {
  Object.assign(globalThis, { require: undefined, WWebJS: undefined, tellalPreset: undefined });
});

const post = (changes: object = {}) => ({
  id: { id: '3EB01', fromMe: true },
  serverId: 101,
  type: 'chat',
  body: 'Xəbər',
  t: 1_790_000_000,
  ...changes,
});
const chatOf = (...msgs: object[]) => ({ getChat: async () => ({ msgs: { getModelsArray: () => msgs } }) });
const noEarlier = { loadEarlierMsgs: async () => [] };

describe('the id of the next message', () => {
  it('is the one that was chosen, once', async () => {
    const keys = { newId: async () => 'own' };
    inPage({ WAWebMsgKey: keys });
    presetId('3EB0AB');
    expect(endPreset()).toBe(false);
    presetId('3EB0AB');
    expect([await keys.newId(), await keys.newId()]).toEqual(['3EB0AB', 'own']);
    expect(endPreset()).toBe(true);
  });

  it('cannot be chosen everywhere: then nobody can tell whether a message was made', () => {
    const keys = Object.defineProperty({}, 'newId', { get: () => async () => 'own', set: () => undefined });
    inPage({ WAWebMsgKey: keys });
    presetId('3EB0AB');
    expect(endPreset()).toBe(true);
  });
});

describe('rows of a page that says less', () => {
  const rowsOf = async (...msgs: object[]) => {
    inPage({ WAWebChatLoadMessages: noEarlier }, chatOf(...msgs));
    return (await readRows(['120363@newsletter', 10]))?.rows;
  };

  it('have the text of a post whose caption is empty, and never the thumbnail of a picture', async () => {
    expect(await rowsOf(post({ caption: '' }))).toMatchObject([{ text: 'Xəbər' }]);
    expect(await rowsOf(post({ type: 'image', body: '/9j/4AAQ' }))).toMatchObject([{ text: '' }]);
  });

  it('are taken for ours unless it says that they are not', async () => {
    const rows = await rowsOf(post({ id: { id: 'a' } }), post({ id: { id: 'b', fromMe: false } }));
    expect(rows).toMatchObject([{ mine: true }, { mine: false }]);
  });
});

describe('a removal', () => {
  const request = {
    channel: '120363@newsletter',
    serverId: '101',
    text: null,
    reach: 10,
    revokesDirectly: true,
    proveWithinMs: 1_000,
  };
  const canRevoke = { canSenderRevokeMsg: () => true, canAdminRevokeMsg: () => true };

  it('goes the way of the user interface where the one for channels fails', async () => {
    const msg = post();
    const sendRevokeMsgs = (_chat: unknown, { list }: { readonly list: { type: string }[] }) => {
      for (const one of list) one.type = 'revoked';
    };
    const sendNewsletterRevokeMsg = async () => {
      throw new TypeError('r is not a function');
    };
    const modules = {
      WAWebMsgActionCapability: canRevoke,
      WAWebChatLoadMessages: noEarlier,
      WAWebNewsletterRevokeMsgAction: { sendNewsletterRevokeMsg },
    };
    inPage({ ...modules, WAWebCmd: { Cmd: { sendRevokeMsgs } } }, chatOf(msg));
    expect(await changePost(request)).toEqual({ kind: 'done' });
    msg.type = 'chat';
    inPage({ ...modules, WAWebCmd: { Cmd: {} } }, chatOf(msg));
    await expect(changePost(request)).rejects.toThrow('r is not a function');
  });
});

describe('the channels of a page whose ids have no text', () => {
  it.each([
    { _serialized: '120363@newsletter' },
    { $1: '120363@newsletter' },
    { user: '120363', server: 'newsletter' },
  ])('are named by %j', async (id) => {
    inPage({}, { getChannels: async () => [{ id, name: 'Herald' }] });
    expect(await readChannels(null)).toMatchObject([{ id: '120363@newsletter', role: 'unknown' }]);
  });
});
