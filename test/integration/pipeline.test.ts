import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Job, Queue } from 'bullmq';
import { createArchive } from '../../queues/archive.ts';
import { closeClient, createClient, type RedisClient } from '../../queues/connection.ts';
import { editor, ops, startHouse, type TestHouse } from '../support/house.ts';
import { must, seenOn, untilDelivery } from '../support/house-words.ts';
import { waitFor } from '../support/wait-for.ts';

const yaml = `
newsroom: { name: Herald, timezone: Asia/Baku }
channels:
  - { id: all, platform: preview, looks: telegram }
  - { id: wa, platform: preview, looks: whatsapp }
  - { id: az, platform: preview, looks: telegram, takes: { languages: [az] } }
  - { id: politics, platform: preview, looks: telegram, takes: { sections: [Politics] } }
`;

let house: TestHouse;
let client: RedisClient;
/** As a newsroom writes to it: BullMQ and nothing of ours. */
let producer: Queue;

beforeAll(async () => {
  house = await startHouse(yaml);
  client = createClient(house.redis.url, 'producer');
  await client.connect();
  producer = new Queue('articles', { connection: client, prefix: '{tellal}' });
});
afterAll(async () => {
  await producer.close();
  await closeClient(client);
  await house.close();
});

const article = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  url: `https://herald.example/en/${id}`,
  language: 'en',
  section: 'Economy',
  title: `The port of Alat opens terminal ${id}`,
  text: `A new grain terminal opened in Alat on Monday and will load two ships a day from June. Number ${id} was built in eleven months.`,
  ...more,
});
const publish = (data: Record<string, unknown>) =>
  producer.add('article.published', { type: 'article.published', article: data });
const failure = (job: Job): Promise<string> =>
  waitFor('the event to become a dead letter', async () => {
    const found = await producer.getJob(job.id ?? '');
    return (await found?.isFailed()) ? found?.failedReason : null;
  });

describe('an event with text', () => {
  it('becomes a post on every channel that takes it, with headline, summary and link', async () => {
    await publish(article('100'));
    await untilDelivery(house.desk, '100', 'all', 'sent');
    await untilDelivery(house.desk, '100', 'wa', 'sent');
    const [post] = await seenOn(house.desk, 'all');
    const [onWhatsapp] = await seenOn(house.desk, 'wa');
    for (const part of ['The port of Alat opens terminal 100', 'https://herald.example/en/100'])
      expect([post?.text, onWhatsapp?.text]).toEqual([expect.stringContaining(part), expect.stringContaining(part)]);
    expect(post?.text).toContain('will load two ships a day from June.');
  });

  it('is skipped by name on channels that do not take it', async () => {
    await publish(article('101'));
    expect(await untilDelivery(house.desk, '101', 'az', 'skipped')).toMatchObject({ reason: 'takes.languages' });
    expect(await untilDelivery(house.desk, '101', 'politics', 'skipped')).toMatchObject({ reason: 'takes.sections' });
  });

  it('is announced once however often it is delivered', async () => {
    await Promise.all([1, 2, 3].map(() => publish(article('102', { revision: 1 }))));
    await publish(article('103'));
    await untilDelivery(house.desk, '103', 'all', 'sent');
    const posts = await seenOn(house.desk, 'all');
    expect(posts.filter(({ text }) => text.includes('/en/102'))).toHaveLength(1);
  });

  it('is skipped when another article has its address', async () => {
    await publish(article('104'));
    await untilDelivery(house.desk, '104', 'all', 'sent');
    await publish(article('104-again', { url: 'https://herald.example/en/104?utm_source=feed' }));
    expect(await untilDelivery(house.desk, '104-again', 'all', 'skipped')).toMatchObject({
      reason: 'duplicate of 104',
    });
  });
});

describe('a correction', () => {
  it('edits what was posted', async () => {
    await publish(article('200'));
    const { messageId } = await untilDelivery(house.desk, '200', 'all', 'sent');
    await producer.add('article.corrected', {
      article: article('200', { revision: 2, title: 'Alat opens its second terminal' }),
    });
    await waitFor('the edit', async () => (await untilDelivery(house.desk, '200', 'all', 'sent')).revision === 2);
    const post = (await seenOn(house.desk, 'all')).find((one) => one.messageId === messageId);
    expect(post?.text).toContain('Alat opens its second terminal');
    expect(post?.editedAt).not.toBeNull();
  });

  it('that is older than what is known changes nothing', async () => {
    await publish(article('201', { revision: 5 }));
    await untilDelivery(house.desk, '201', 'all', 'sent');
    const job = await producer.add('article.corrected', {
      article: article('201', { revision: 4, title: 'An old title' }),
    });
    const note = await waitFor('the event to be taken', async () => (await producer.getJob(job.id ?? ''))?.returnvalue);
    expect(note).toBe('older than revision 5');
  });

  it('is skipped by the rule of a channel that no longer takes it, as long as nothing is out there', async () => {
    must(await house.desk.pause(ops, 'politics'));
    await publish(article('203', { section: 'Politics' }));
    await untilDelivery(house.desk, '203', 'politics', 'planned');
    await untilDelivery(house.desk, '203', 'all', 'sent');
    await producer.add('article.corrected', { article: article('203', { revision: 2, section: 'Sport' }) });
    expect(await untilDelivery(house.desk, '203', 'politics', 'skipped')).toMatchObject({ reason: 'takes.sections' });
    must(await house.desk.resume(ops, 'politics'));
    await waitFor('the edit', async () => (await untilDelivery(house.desk, '203', 'all', 'sent')).revision === 2);
  });

  it('reaches the channel whose subscribers saw the wrong words, also if that no longer takes it', async () => {
    await publish(article('204', { section: 'Politics' }));
    await untilDelivery(house.desk, '204', 'politics', 'sent');
    await producer.add('article.corrected', {
      article: article('204', { revision: 2, section: 'Sport', title: 'Alat opens a stadium' }),
    });
    await waitFor('the edit', async () => (await untilDelivery(house.desk, '204', 'politics', 'sent')).revision === 2);
    expect((await seenOn(house.desk, 'politics'))[0]?.text).toContain('Alat opens a stadium');
  });

  it('of an article that is not known is a publication', async () => {
    await producer.add('article.corrected', { article: article('202', { revision: 3 }) });
    expect(await untilDelivery(house.desk, '202', 'all', 'sent')).toMatchObject({ revision: 3 });
  });
});

describe('a retraction', () => {
  it('removes what was posted, and is final', async () => {
    await publish(article('300'));
    const { messageId } = await untilDelivery(house.desk, '300', 'all', 'sent');
    await producer.add('article.retracted', { article: { id: '300' } });
    await untilDelivery(house.desk, '300', 'all', 'removed');
    expect((await seenOn(house.desk, 'all')).map((post) => post.messageId)).not.toContain(messageId);
    const job = await producer.add('article.corrected', { article: article('300', { revision: 9 }) });
    const note = await waitFor('the event to be taken', async () => (await producer.getJob(job.id ?? ''))?.returnvalue);
    expect(note).toContain('retracted');
  });
});

describe('a lane', () => {
  it('posts in the order of the events, breaking news first', async () => {
    must(await house.desk.pause(ops, 'wa'));
    for (const id of ['400', '401', '402']) await publish(article(id));
    await publish(article('403', { priority: 'breaking' }));
    await waitFor('all to be planned', async () => {
      const channels = must(await house.desk.channels(editor));
      return channels.find(({ id }) => id === 'wa')?.deliveries.planned === 4;
    });
    must(await house.desk.resume(ops, 'wa'));
    await untilDelivery(house.desk, '402', 'wa', 'sent');
    const newest = (await seenOn(house.desk, 'wa')).slice(0, 4).map(({ text }) => /\/en\/(\d+)/.exec(text)?.[1]);
    expect(newest.reverse()).toEqual(['403', '400', '401', '402']);
  });

  it('posts a scheduled article when its time has come, and others before it', async () => {
    const at = new Date(Date.now() + 1_500).toISOString();
    must(await house.desk.push(editor, { article: article('410'), at }));
    must(await house.desk.push(editor, { article: article('411') }));
    await untilDelivery(house.desk, '411', 'all', 'sent');
    expect((await untilDelivery(house.desk, '410', 'all', 'planned')).dueAt).toBe(Date.parse(at));
    const { sentAt } = await untilDelivery(house.desk, '410', 'all', 'sent');
    expect(sentAt).toBeGreaterThanOrEqual(Date.parse(at));
  });

  it('tells only the channels that an editor names, whatever they usually take', async () => {
    must(await house.desk.push(editor, { article: article('420'), to: ['politics'] }));
    await untilDelivery(house.desk, '420', 'politics', 'sent');
    expect(await untilDelivery(house.desk, '420', 'all', 'skipped')).toMatchObject({ reason: 'to' });
  });
});

describe('an event that is delivered again', () => {
  it('tells no channel that its editor left out', async () => {
    const push = { article: article('430'), to: ['politics'] };
    must(await house.desk.push(editor, push));
    await untilDelivery(house.desk, '430', 'politics', 'sent');
    must(await house.desk.push(editor, push));
    await publish(article('431'));
    await untilDelivery(house.desk, '431', 'all', 'sent');
    expect(await untilDelivery(house.desk, '430', 'all', 'skipped')).toMatchObject({ reason: 'to' });
    expect(await untilDelivery(house.desk, '430', 'wa', 'skipped')).toMatchObject({ reason: 'to' });
  });

  it('with another time is posted at that time', async () => {
    const later = new Date(Date.now() + 3_600_000).toISOString();
    must(await house.desk.push(editor, { article: article('432'), at: later }));
    await untilDelivery(house.desk, '432', 'all', 'planned');
    must(await house.desk.push(editor, { article: article('432'), at: new Date(Date.now() + 200).toISOString() }));
    await untilDelivery(house.desk, '432', 'all', 'sent');
  });
});

describe('an article that was retracted', () => {
  it('is skipped by that name when it is published again', async () => {
    await producer.add('article.retracted', { article: { id: '440' } });
    await publish(article('440'));
    expect(await untilDelivery(house.desk, '440', 'all', 'skipped')).toMatchObject({ reason: 'retracted' });
    await waitFor(
      'it to be final',
      async () => (await untilDelivery(house.desk, '440', 'all', 'skipped')).wanted === null,
    );
    expect(await house.desk.retry(editor, '440@all')).toMatchObject({ ok: false, fault: { code: 'conflict' } });
  });

  it('is not told to a channel of which its retraction knew nothing', async () => {
    must(await house.desk.pause(ops, 'wa'));
    must(await house.desk.push(editor, { article: article('443'), to: ['wa'] }));
    await untilDelivery(house.desk, '443', 'wa', 'planned');
    await createArchive(client).retract('443');
    must(await house.desk.resume(ops, 'wa'));
    expect(await untilDelivery(house.desk, '443', 'wa', 'skipped')).toMatchObject({ wanted: null });
  });

  it('leaves its address to another', async () => {
    await publish(article('441'));
    await untilDelivery(house.desk, '441', 'all', 'sent');
    await producer.add('article.retracted', { article: { id: '441' } });
    await untilDelivery(house.desk, '441', 'all', 'removed');
    await publish(
      article('442', {
        url: 'https://herald.example/en/441',
        text: 'Quite another story stands here now, and it is told at length.',
      }),
    );
    await untilDelivery(house.desk, '442', 'all', 'sent');
  });
});

describe('a bad event', () => {
  it.each<[string, string, unknown, RegExp]>([
    ['without an id', 'article.published', { article: { url: 'https://herald.example/1', title: 'T' } }, /article\.id/],
    ['with a wrong type', 'article.published', { article: { ...article('9'), tags: 'news' } }, /article\.tags/],
    ['of an unknown version', 'article.published', { version: 7, article: article('9') }, /version/],
    [
      'whose address is not http',
      'article.published',
      { article: article('9', { url: 'ftp://herald.example/9' }) },
      /article\.url/,
    ],
    ['that is not an object', 'article.published', 'not an object', /object/],
    [
      'due in more than 30 days',
      'article.published',
      { article: article('9'), push: { at: '2999-01-01T00:00:00Z' } },
      /30 days/,
    ],
    [
      'for a channel that is not there',
      'article.published',
      { article: article('9'), push: { to: ['all', 'nowhere'] } },
      /push\.to names "nowhere"/,
    ],
    ['of an unknown type', 'article.deleted', { article: article('9') }, /type/],
    [
      'whose type is not the name of its job',
      'article.published',
      { type: 'article.retracted', article: { id: '9' } },
      /type/,
    ],
  ])(
    '%s goes to the dead letters with the path of the fault, and the queue goes on',
    async (_what, name, data, fault) => {
      const job = await producer.add(name, data);
      expect(await failure(job)).toMatch(fault);
      const id = `after-${job.id}`;
      await publish(article(id));
      await untilDelivery(house.desk, id, 'all', 'sent');
    },
  );
});
