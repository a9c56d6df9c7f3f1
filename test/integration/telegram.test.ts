import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { editor, startHouse, type TestHouse } from '../support/house.ts';
import { must, untilDelivery } from '../support/house-words.ts';
import { png } from '../support/pictures.ts';
import { startBotApi } from '../support/telegram/bot-api.ts';
import type { BotApi, SeenPost } from '../support/telegram/port.ts';
import { waitFor } from '../support/wait-for.ts';
import { startWebSite, type WebSite } from '../support/web-site.ts';

const herald = -1001000000001;
const locked = -1001000000002;

let api: BotApi;
let pictures: WebSite;
const served = new Map<string, { readonly status?: number; readonly type: string; readonly body: Buffer | string }>();
let house: TestHouse;

beforeAll(async () => {
  api = await startBotApi();
  api.addChannel({ id: herald, username: 'herald_en', title: 'Herald' });
  api.addChannel({
    id: locked,
    title: 'Locked',
    bot: { member: true, canPost: false, canEdit: false, canDelete: false },
  });
  pictures = await startWebSite((request, response) => {
    const {
      status = 200,
      type,
      body,
    } = served.get(request.url ?? '') ?? { status: 404, type: 'text/plain', body: 'no' };
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  const yaml = `
newsroom: { name: Herald }
accounts: { telegram: { apiRoot: "${api.url}", settleSeconds: 1, timeoutSeconds: 2 } }
channels:
  - { id: tg, platform: telegram, target: "@herald_en", perMinute: 0, minGapSeconds: 0 }
  - { id: locked, platform: telegram, target: "${locked}", perMinute: 0, minGapSeconds: 0, takes: { tags: [locked] } }
  - { id: gone, platform: telegram, target: "@nobody_is_here", perMinute: 0, minGapSeconds: 0, takes: { tags: [gone] } }
fetch: { allow: ["${new URL(pictures.url).host}"] }
`;
  house = await startHouse(yaml, api.token);
});
afterAll(async () => {
  await house.close();
  await api.close();
  await pictures.close();
});

let last = 0;
const push = async (more: Record<string, unknown> = {}): Promise<string> => {
  last += 1;
  const id = `t${last}`;
  const article = {
    id,
    url: `https://herald.example/en/${id}`,
    language: 'en',
    title: `The museum of carpets buys loom number ${last}`,
    text: 'The museum has bought a loom from the nineteenth century. It was found in a barn near Shamakhi and still works.',
    ...more,
  };
  must(await house.desk.push(editor, { article }));
  return id;
};
const seen = (messageId: string | null): SeenPost | undefined =>
  api.posts(herald).find((post) => String(post.messageId) === messageId);

describe('an article on a Telegram channel', () => {
  it('stands there as text with a preview of its link, and the ledger has the id and the address of the post', async () => {
    const id = await push();
    const { messageId, link } = await untilDelivery(house.desk, id, 'tg', 'sent');
    expect(seen(messageId)).toMatchObject({ photo: null, previewUrl: `https://herald.example/en/${id}` });
    expect(seen(messageId)?.text).toContain('It was found in a barn near Shamakhi');
    expect(link).toBe(`https://t.me/herald_en/${messageId}`);
  });

  it('carries its picture, whose caption a correction edits', async () => {
    served.set('/loom.png', { body: png(640, 480), type: 'image/png' });
    const image = `${pictures.url}/loom.png`;
    const id = await push({ image });
    const { messageId } = await untilDelivery(house.desk, id, 'tg', 'sent');
    expect(seen(messageId)?.photo).toMatchObject({ width: 640, height: 480 });
    const corrected = {
      url: `https://herald.example/en/${id}`,
      title: 'The museum buys two looms',
      text: 'There are two looms, not one.',
      image,
    };
    must(await house.desk.correct(editor, id, { id, ...corrected }));
    await waitFor('the edit', () => seen(messageId)?.text.includes('The museum buys two looms'));
    expect(seen(messageId)?.photo).not.toBeNull();
  });

  it.each([
    ['missing', { status: 404, body: 'no', type: 'text/plain' }],
    ['not a picture', { body: '<html>not a picture</html>', type: 'image/png' }],
    ['20 MB', { body: Buffer.alloc(20 * 1024 * 1024, 1), type: 'image/png' }],
  ])('is a text when its picture is %s', async (what, answer) => {
    const path = `/${what.replaceAll(' ', '-')}.png`;
    served.set(path, answer);
    const id = await push({ image: `${pictures.url}${path}` });
    const { messageId, reason } = await untilDelivery(house.desk, id, 'tg', 'sent');
    expect(seen(messageId)).toMatchObject({ photo: null, previewUrl: `https://herald.example/en/${id}` });
    expect(reason).toContain('without its picture');
  });

  it('is a text when Telegram refuses its picture, and says so', async () => {
    served.set('/odd.png', { body: png(300, 300), type: 'image/png' });
    const refusal = { kind: 'error', status: 400, words: 'Bad Request: IMAGE_PROCESS_FAILED' } as const;
    api.faults.order({ method: 'sendPhoto', fault: { effect: 'no', answer: refusal } });
    const id = await push({ image: `${pictures.url}/odd.png` });
    const { messageId, reason } = await untilDelivery(house.desk, id, 'tg', 'sent');
    expect(seen(messageId)?.photo).toBeNull();
    expect(reason).toContain('IMAGE_PROCESS_FAILED');
  });

  it.each([
    ['400 characters', 'Sədərək '.repeat(50).trim()],
    ['emoji only', '🚂🌙🛤️👨‍👩‍👧‍👦'],
    ['tags', '<b>not bold</b> & <script>alert(1)</script> <'],
    ['markup of the other network', '*_~`x`~_* > - 1. [link](https://x.example)'],
    ['right-to-left text', 'قطار الليل يعود بين باكو وگنجة 2026'],
    ['a lone surrogate', 'half an emoji \ud83d here'],
  ])('is accepted with a title of %s', async (_what, title) => {
    const id = await push({ title, language: null });
    const { messageId } = await untilDelivery(house.desk, id, 'tg', 'sent');
    expect(seen(messageId)?.text.length).toBeGreaterThan(0);
  });

  it('is deleted when it is retracted', async () => {
    const id = await push();
    const { messageId } = await untilDelivery(house.desk, id, 'tg', 'sent');
    must(await house.desk.retract(editor, id));
    await untilDelivery(house.desk, id, 'tg', 'removed');
    expect(seen(messageId)).toBeUndefined();
  });
});

describe('what Telegram refuses', () => {
  it('is refused with its words and the remedy, and the other lanes go on', async () => {
    const id = await push({ tags: ['locked', 'gone'] });
    const noRights = await untilDelivery(house.desk, id, 'locked', 'refused');
    const noChat = await untilDelivery(house.desk, id, 'gone', 'refused');
    expect(noRights.reason).toMatch(/need administrator rights|no write access|not enough rights/);
    expect(noRights.reason).toContain('give the bot the right to post');
    expect(noChat.reason).toContain('chat not found');
    await untilDelivery(house.desk, id, 'tg', 'sent');
  });

  it('can be sent after all once the fault is mended', async () => {
    const id = await push({ tags: ['locked'] });
    await untilDelivery(house.desk, id, 'locked', 'refused');
    api.setRights(locked, { member: true, canPost: true, canEdit: true, canDelete: true });
    must(await house.desk.retry(editor, `${id}@locked`));
    expect(await untilDelivery(house.desk, id, 'locked', 'sent')).toMatchObject({ attempts: 2 });
  });
});

describe('what nobody can tell', () => {
  const hangUp = { effect: 'yes', answer: { kind: 'hang-up' } } as const;

  it('is never sent again blindly: an editor is asked, and the lane goes on', async () => {
    api.faults.order({ method: 'sendMessage', fault: hangUp });
    const id = await push();
    const next = await push();
    const delivery = await waitFor('an editor to be asked', async () => {
      const found = await untilDelivery(house.desk, id, 'tg', 'unknown');
      return found.needs === 'person' ? found : null;
    });
    expect(delivery.reason).toContain('look whether the post is there');
    await untilDelivery(house.desk, next, 'tg', 'sent');
    const standing = api.posts(herald).filter(({ previewUrl }) => previewUrl?.endsWith(`/${id}`));
    expect(standing).toHaveLength(1);
    const messageId = String(standing[0]?.messageId);
    must(await house.desk.resolve(editor, `${id}@tg`, { sent: true, messageId }));
    expect(await untilDelivery(house.desk, id, 'tg', 'sent')).toMatchObject({ messageId, needs: null });
  });

  it('is posted once an editor says that it is not there', async () => {
    api.faults.order({ method: 'sendMessage', fault: { effect: 'no', answer: { kind: 'page', status: 502 } } });
    const id = await push();
    await waitFor(
      'an editor to be asked',
      async () => (await untilDelivery(house.desk, id, 'tg', 'unknown')).needs === 'person',
    );
    must(await house.desk.resolve(editor, `${id}@tg`, { sent: false }));
    await untilDelivery(house.desk, id, 'tg', 'sent');
    expect(api.posts(herald).filter(({ previewUrl }) => previewUrl?.endsWith(`/${id}`))).toHaveLength(1);
  });

  it('is an edit done again without asking, because that harms nobody', async () => {
    const id = await push();
    const { messageId } = await untilDelivery(house.desk, id, 'tg', 'sent');
    api.faults.order({ method: 'editMessageText', fault: hangUp });
    const corrected = {
      id,
      url: `https://herald.example/en/${id}`,
      title: 'Corrected after all',
      text: 'The loom is from the eighteenth century.',
    };
    must(await house.desk.correct(editor, id, corrected));
    await waitFor('the edit', async () => (await untilDelivery(house.desk, id, 'tg', 'sent')).revision === 2);
    expect(seen(messageId)?.text).toContain('Corrected after all');
  });
});

describe('a flood wait', () => {
  it('is obeyed, in order, and nothing is lost', async () => {
    const wait = { kind: 'error', status: 429, words: 'Too Many Requests: retry after 1', retryAfter: 1 } as const;
    api.faults.order({ method: 'sendMessage', fault: { effect: 'no', answer: wait } });
    const first = await push();
    const second = await push();
    const one = await untilDelivery(house.desk, first, 'tg', 'sent');
    const two = await untilDelivery(house.desk, second, 'tg', 'sent');
    expect(one.attempts).toBe(2);
    expect(Number(one.messageId)).toBeLessThan(Number(two.messageId));
  });
});

it('was never told anything that the Bot API does not know', () => {
  expect(api.violations).toEqual([]);
});
