import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Channel, Client, Message } from 'whatsapp-web.js';
import { makePng } from '../support/telegram/sample-picture.ts';
import { waitFor } from '../support/wait-for.ts';
import { createProfile, type Profile, pictureOf, plain, serverIdOf } from '../support/whatsapp/open-client.ts';
import type { WhatsappWeb } from '../support/whatsapp/port.ts';
import { startWhatsappWeb } from '../support/whatsapp/web-app.ts';

const DAY_MS = 24 * 3600 * 1000;
const ID = '120363011111111111@newsletter';
let web: WhatsappWeb;
let profile: Profile;
let client: Client;

beforeAll(async () => {
  web = await startWhatsappWeb({ historyPage: 3 });
  web.addChannel({ id: ID, name: 'Xəbərlər', inviteCode: '0029VaAz', role: 'owner' });
  web.addChannel({ name: 'Новости', inviteCode: '0029VaRu', role: 'admin' });
  web.addChannel({ name: 'Sports', inviteCode: '0029VaSub', role: 'subscriber' });
  web.addChannel({ name: 'Elsewhere', inviteCode: '0029VaGuest', role: 'guest' });
  profile = await createProfile(web);
  client = await profile.startReady();
});
beforeEach(() => web.setRole(ID, 'owner'));
afterAll(async () => {
  await profile.remove();
  await web.close();
  expect(web.violations).toEqual([]);
});

const send = (text: string, to = ID) => client.sendMessage(to, text, plain);
const sendPicture = (caption: string) => client.sendMessage(ID, pictureOf(makePng(40, 30)), { caption, ...plain });
const fetchMessages = async (limit: number): Promise<Message[]> => {
  const channel = (await client.getChatById(ID)) as unknown as Channel;
  return channel.fetchMessages({ limit });
};
const lastPost = (channel = ID) => web.posts(channel).at(-1);

describe('channels', () => {
  it('are listed with the role of the account, without those it only could visit', async () => {
    const channels = (await client.getChannels()) as unknown as { name: string; channelMetadata: object }[];
    expect(channels.map(({ name, channelMetadata }) => [name, channelMetadata])).toEqual([
      ['Xəbərlər', expect.objectContaining({ membershipType: 'owner', inviteLink: expect.stringContaining('VaAz') })],
      ['Новости', expect.objectContaining({ membershipType: 'admin' })],
      ['Sports', expect.objectContaining({ membershipType: 'subscriber' })],
    ]);
  });

  it('are found by invite code, also where the account is a guest', async () => {
    expect(await client.getChannelByInviteCode('0029VaAz')).toMatchObject({ name: 'Xəbərlər', isChannel: true });
    const guest = (await client.getChannelByInviteCode('0029VaGuest')) as unknown as { channelMetadata: object };
    expect(guest.channelMetadata).toMatchObject({ membershipType: 'guest' });
    expect(await client.getChannelByInviteCode('0029VaNone')).toBeUndefined();
  });
});

describe('posts', () => {
  it('carry a text, with the id of the client and of the server', async () => {
    const message = await send('Bakıda yeni metro stansiyası açıldı\nhttps://newsroom.example/1009');
    expect(lastPost()).toMatchObject({
      serverId: serverIdOf(message),
      clientId: message.id.id,
      picture: null,
      by: 'web',
    });
    expect(lastPost()?.text).toBe('Bakıda yeni metro stansiyası açıldı\nhttps://newsroom.example/1009');
  });

  it('carry a real picture with a caption', async () => {
    const message = await sendPicture('Yağış');
    expect(message.hasMedia).toBe(true);
    expect(lastPost()).toMatchObject({ serverId: serverIdOf(message), text: 'Yağış' });
    expect(lastPost()?.picture).toMatchObject({ type: 'image/png', width: 40, height: 30 });
  });

  it('are not made of bytes that are no picture', async () => {
    const before = web.posts(ID).length;
    const broken = pictureOf(makePng(40, 30).subarray(0, 40));
    await expect(client.sendMessage(ID, broken, plain)).rejects.toThrow('could not be decoded');
    expect(web.posts(ID)).toHaveLength(before);
  });

  it('take the id that was chosen for them', async () => {
    await client.pupPage?.evaluate(`{
      const MsgKey = window.require('WAWebMsgKey');
      const { newId } = MsgKey;
      MsgKey.newId = async () => ((MsgKey.newId = newId), '3EB0CHOSEN');
    }`);
    await send('one');
    await send('two');
    const [one, two] = web.posts(ID).slice(-2);
    expect(one?.clientId).toBe('3EB0CHOSEN');
    expect(two?.clientId).toMatch(/^3EB0[0-9A-F]{18}$/);
  });

  it('are acknowledged but never announced to their own sender', async () => {
    const before = profile.events.length;
    await send('Quietly');
    await waitFor('the acknowledgement', () => profile.events.length > before);
    expect(profile.events.slice(before)).toEqual(['message_ack']);
  });

  it('of people are announced, and read back as theirs', async () => {
    web.postAsHuman(ID, 'Typed on the phone');
    web.postAsHuman(ID, 'By a colleague', 'admin');
    await waitFor('both', () => profile.events.filter((event) => event === 'message_create').length === 2);
    const [phone, admin] = (await fetchMessages(100)).slice(-2);
    expect([phone?.fromMe, admin?.fromMe]).toEqual([true, false]);
  });
});

describe('a send that the server does not take', () => {
  it('resolves all the same when the account may not post any more, and nothing is posted', async () => {
    web.setRole(ID, 'subscriber');
    const before = web.posts(ID).length;
    const message = await send('Nobody will see this');
    expect({ ack: message.ack, serverId: serverIdOf(message) }).toEqual({ ack: 1, serverId: undefined });
    expect(web.posts(ID)).toHaveLength(before);
    expect(web.requests.at(-1)?.outcome).toMatchObject({ kind: 'refused' });
  });

  it('resolves with nothing when there is no such channel', async () => {
    expect(await send('Nowhere', '120363099999999999@newsletter')).toBeUndefined();
  });
});

describe('what stands on a channel', () => {
  it('is read in pages, back to its beginning', async () => {
    for (const text of ['а', 'б', 'в', 'г', 'д']) web.postAsHuman(ID, text);
    const messages = await fetchMessages(500);
    const seen = messages.filter((message) => message.type !== 'revoked').map(serverIdOf);
    expect(seen.filter(Number.isInteger).sort()).toEqual(web.posts(ID).map(({ serverId }) => serverId));
    expect(web.requests.filter(({ operation }) => operation === 'history').length).toBeGreaterThan(1);
  });

  it('can be edited: a text and a caption', async () => {
    const text = await send('Metro in Ganja');
    const edited = await text.edit('Metro in Gəncə', { linkPreview: false });
    expect(edited?.body).toBe('Metro in Gəncə');
    expect(lastPost()).toMatchObject({ text: 'Metro in Gəncə', editedAt: expect.any(Number) });
    await (await sendPicture('old')).edit('new', { linkPreview: false });
    expect(lastPost()).toMatchObject({ text: 'new', picture: { width: 40 } });
    expect(web.history(ID).at(-1)).toMatchObject({ kind: 'edited', text: 'new' });
  });

  it('can be taken back, and leaves an empty row behind', async () => {
    const message = await send('Taken back');
    await message.delete(true);
    await waitFor('it to be gone', () => lastPost()?.serverId !== serverIdOf(message));
    expect(web.history(ID).at(-1)).toMatchObject({ kind: 'revoked', text: 'Taken back' });
    const row = (await fetchMessages(100)).find((other) => serverIdOf(other) === serverIdOf(message));
    expect(row).toMatchObject({ type: 'revoked', body: '' });
  });

  it('cannot be changed after 30 days: an edit gives null, a removal is only local', async () => {
    const message = await send('Old');
    web.makeOlder(ID, Number(serverIdOf(message)), 31 * DAY_MS);
    await profile.stop();
    client = await profile.startReady();
    const old = (await fetchMessages(1)).at(-1);
    expect(await old?.edit('New', { linkPreview: false })).toBeNull();
    await old?.delete(true);
    expect(lastPost()).toMatchObject({ text: 'Old' });
    expect(web.requests.filter(({ operation }) => operation === 'revoke')).toHaveLength(1);
  });
});
