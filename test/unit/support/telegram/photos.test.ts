import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startBotApi } from '../../../support/telegram/bot-api.ts';
import { call, callRaw, upload } from '../../../support/telegram/call.ts';
import type { BotApi } from '../../../support/telegram/port.ts';
import { makePng } from '../../../support/telegram/sample-picture.ts';

const CHAT = '-1001';
const ADDRESS = 'https://img.newsroom.example/1.png';
let api: BotApi;
const sendUrl = async (photo: string): Promise<string | null> =>
  (await call(api, 'sendPhoto', { chat_id: CHAT, photo })).description;

beforeEach(async () => {
  api = await startBotApi();
  api.addChannel({ id: Number(CHAT) });
});
afterEach(() => api.close());

describe('an uploaded photo', () => {
  it('is decoded, and stands with its caption', async () => {
    const bytes = makePng(640, 480);
    await upload(api, { chat_id: CHAT, caption: '<b>Bakı</b>', parse_mode: 'HTML' }, bytes);
    expect(api.posts(CHAT)).toMatchObject([
      {
        text: 'Bakı',
        entities: [{ type: 'bold' }],
        photo: { width: 640, height: 480, bytes: bytes.length, type: 'image/png' },
      },
    ]);
  });

  it('may be attached under another name', async () => {
    const form = new FormData();
    form.set('chat_id', CHAT);
    form.set('photo', 'attach://cover');
    form.set('cover', new Blob([makePng(2, 2)]), 'cover.png');
    expect((await callRaw(api, 'sendPhoto', { method: 'POST', body: form })).ok).toBe(true);
    expect(api.violations).toEqual([]);
  });

  it('can be sent again by its file_id', async () => {
    const { result } = await upload(api, { chat_id: CHAT }, makePng(30, 20));
    const sizes = result.photo as readonly { readonly file_id: string }[];
    await call(api, 'sendPhoto', { chat_id: CHAT, photo: sizes.at(-1)?.file_id });
    expect(api.posts(CHAT).map((post) => post.photo?.width)).toEqual([30, 30]);
  });

  it.each([
    ['no bytes', Buffer.alloc(0), 'a.png', 'file must be non-empty'],
    ['no picture', Buffer.from('<html>'), 'a.png', 'IMAGE_PROCESS_FAILED'],
    [
      'a wrong extension',
      makePng(2, 2),
      'a.svg',
      'photo has unsupported extension. Use one of .jpg, .jpeg, .gif, .png, .tif or .bmp',
    ],
    ['sides too long', makePng(9_990, 11), 'a.png', 'PHOTO_INVALID_DIMENSIONS'],
    ['sides too unlike', makePng(210, 10), 'a.png', 'PHOTO_INVALID_DIMENSIONS'],
    [
      'too many bytes',
      Buffer.alloc(10_485_761),
      'a.png',
      'file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes',
    ],
  ])('with %s is refused', async (_what, bytes, name, words) => {
    expect((await upload(api, { chat_id: CHAT }, bytes, name)).description).toBe(`Bad Request: ${words}`);
    expect(api.posts(CHAT)).toEqual([]);
  });

  it('takes captions up to 1024', async () => {
    const fits = await upload(api, { chat_id: CHAT, caption: 'ш'.repeat(1024) }, makePng(2, 2));
    const tooLong = await upload(api, { chat_id: CHAT, caption: 'ш'.repeat(1025) }, makePng(2, 2));
    expect([fits.ok, tooLong.description]).toEqual([true, 'Bad Request: message caption is too long']);
  });
});

describe('a photo by address', () => {
  it('is fetched by Telegram', async () => {
    api.servePicture(ADDRESS, makePng(30, 20));
    expect(await sendUrl(ADDRESS)).toBeNull();
    expect(api.posts(CHAT)[0]?.photo).toMatchObject({ width: 30 });
  });

  it('that failed once goes on failing, until the address is another', async () => {
    expect(await sendUrl(ADDRESS)).toBe('Bad Request: failed to get HTTP URL content');
    api.servePicture(ADDRESS, makePng(30, 20));
    expect(await sendUrl(ADDRESS)).toBe('Bad Request: failed to get HTTP URL content');
    api.servePicture(`${ADDRESS}?0`, makePng(30, 20));
    expect(await sendUrl(`${ADDRESS}?0`)).toBeNull();
  });

  it('fails in the words that the test orders', async () => {
    api.servePicture(ADDRESS, 'wrong file identifier/HTTP URL specified');
    expect(await sendUrl(ADDRESS)).toBe('Bad Request: wrong file identifier/HTTP URL specified');
  });

  it.each([
    ['nothing', '', 'there is no photo in the request'],
    ['no address', 'abc', "wrong remote file identifier specified: can't unserialize it. Wrong last symbol"],
    ['a bad address', 'ftp://a.az/1.png', 'invalid file HTTP URL specified: Unsupported URL protocol'],
  ])('that is %s is refused', async (_what, photo, words) => {
    expect(await sendUrl(photo)).toBe(`Bad Request: ${words}`);
  });

  it('that leads to no picture is refused', async () => {
    api.servePicture(ADDRESS, Buffer.from('<html>'));
    expect(await sendUrl(ADDRESS)).toBe('Bad Request: wrong type of the web page content');
  });
});
