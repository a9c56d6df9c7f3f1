import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeClient, createClient, type RedisClient } from '../../queues/connection.ts';
import { openPages } from '../../queues/pages.ts';
import { editor, startHouse, type TestHouse } from '../support/house.ts';
import { must, seenOn, untilDelivery } from '../support/house-words.ts';
import { waitFor } from '../support/wait-for.ts';
import { startWebSite, type WebSite } from '../support/web-site.ts';

const page = (
  title: string,
): string => `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article>
<h1>${title}</h1><p>The ferry to Kurik sails again from Monday, after four months in dock, with room for forty lorries.</p>
<p>It leaves Alat twice a week, and the crossing takes a day and a night in calm weather.</p></article></body></html>`;

let site: WebSite;
let house: TestHouse;
let redis: RedisClient;
let pages: ReturnType<typeof openPages>;
/** Answers that are held back until a test lets them go. */
const held = new Map<string, () => void>();
let looks = 0;

beforeAll(async () => {
  site = await startWebSite((request, response) => {
    const path = request.url ?? '';
    const counter = `<aside>Read ${++looks} times</aside>`;
    const answer = (): void =>
      void response.writeHead(200, { 'content-type': 'text/html' }).end(page('The ferry sails again') + counter);
    if (path === '/gone') response.writeHead(410).end();
    else if (path.startsWith('/slow')) held.set(path, answer);
    else answer();
  });
  house = await startHouse(`
newsroom: { name: Herald }
channels: [{ id: all, platform: preview, looks: telegram }]
fetch: { allow: ["${new URL(site.url).host}"] }
`);
  redis = createClient(house.redis.url, 'worker');
  await redis.connect();
  pages = openPages(redis);
});
afterAll(async () => {
  await pages.close();
  await closeClient(redis);
  await house.close();
  await site.close();
});

const push = async (id: string, more: Record<string, unknown> = {}): Promise<void> => {
  must(await house.desk.push(editor, { article: { id, url: `${site.url}/${id}`, title: 'A ferry', ...more } }));
};

describe('an event without text', () => {
  it('is told with the text of its page', async () => {
    await push('quick');
    await untilDelivery(house.desk, 'quick', 'all', 'sent');
    expect((await seenOn(house.desk, 'all'))[0]?.text).toContain('The ferry to Kurik sails again from Monday');
  });

  it('changes nothing when it comes again and its page says the same', async () => {
    const before = looks;
    await push('again');
    await untilDelivery(house.desk, 'again', 'all', 'sent');
    await push('again');
    await waitFor('the page to be asked for again', () => looks === before + 2);
    await waitFor('nothing to be left to do', async () => (await pages.getJobCountByTypes('active', 'waiting')) === 0);
    const delivery = await untilDelivery(house.desk, 'again', 'all', 'sent');
    expect(delivery).toMatchObject({ revision: 1, wanted: 1, attempts: 1 });
  });

  it('holds up nobody while its page is slow, and does not write over what came after it', async () => {
    await push('slow-1', { title: 'A first and wrong headline' });
    await waitFor('the page to be asked for', () => held.has('/slow-1'));
    const corrected = {
      id: 'slow-1',
      url: `${site.url}/slow-1`,
      title: 'The right headline',
      text: 'The ferry sails on Tuesday, and not on Monday as was said at first.',
    };
    must(await house.desk.correct(editor, 'slow-1', corrected));
    await untilDelivery(house.desk, 'slow-1', 'all', 'sent');
    held.get('/slow-1')?.();
    await push('after');
    await untilDelivery(house.desk, 'after', 'all', 'sent');
    const post = (await seenOn(house.desk, 'all')).find(
      ({ text }) => text.includes('slow-1') || text.includes('Tuesday'),
    );
    expect(post?.text).toContain('The right headline');
    expect((await seenOn(house.desk, 'all')).some(({ text }) => text.includes('wrong headline'))).toBe(false);
  });

  it('is a dead letter when its page is gone for good', async () => {
    await push('gone');
    await push('behind');
    await untilDelivery(house.desk, 'behind', 'all', 'sent');
    expect((await seenOn(house.desk, 'all')).some(({ text }) => text.includes('/gone'))).toBe(false);
  });
});
