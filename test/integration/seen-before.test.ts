import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PushRequest } from '../../src/desk/desk.ts';
import { editor, startHouse, type TestHouse } from '../support/house.ts';
import { must, seenOn, untilDelivery } from '../support/house-words.ts';

const channels = `
channels:
  - { id: all, platform: preview, looks: telegram }
`;

let house: TestHouse;
let careless: TestHouse;
beforeAll(async () => {
  house = await startHouse(channels);
  careless = await startHouse(`${channels}ingest: { nearDuplicates: false }`);
});
afterAll(async () => {
  await house.close();
  await careless.close();
});

/** A story of 90 words about `subject`; no two subjects share three words in a row. */
const storyOf = (subject: string): string =>
  Array.from({ length: 9 }, (_, at) => {
    const words = Array.from({ length: 9 }, (__, word) => `${subject}${at}${'abcdefghi'[word]}`);
    return `The ${words.join(' ')}.`;
  }).join(' ');
const article = (id: string, subject: string, more: Record<string, unknown> = {}) => ({
  id,
  url: `https://herald.example/en/${id}`,
  language: 'en',
  title: `A ${subject} for the old town, part ${id}`,
  text: storyOf(subject),
  ...more,
});
const push = async (fields: ReturnType<typeof article>, more: Partial<PushRequest> = {}, at = house): Promise<void> => {
  must(await at.desk.push(editor, { article: fields, ...more }));
};

describe('the same story from a second address', () => {
  beforeAll(async () => {
    await push(article('1', 'bakery'));
    await untilDelivery(house.desk, '1', 'all', 'sent');
  });

  it('is skipped with the name of the first', async () => {
    await push(article('2', 'bakery', { text: `${storyOf('bakery')} Nobody else was asked.` }));
    expect(await untilDelivery(house.desk, '2', 'all', 'skipped')).toMatchObject({ reason: 'near-duplicate of 1' });
  });

  it('stays skipped when it is corrected, whatever it says then', async () => {
    await push(article('2', 'orchard', { revision: 2 }));
    await push(article('3', 'fountain'));
    await untilDelivery(house.desk, '3', 'all', 'sent');
    expect(await untilDelivery(house.desk, '2', 'all', 'skipped')).toMatchObject({
      reason: 'near-duplicate of 1',
      wanted: 2,
    });
  });

  it('is announced when an editor retries it', async () => {
    must(await house.desk.retry(editor, '2@all'));
    await untilDelivery(house.desk, '2', 'all', 'sent');
  });

  it('is announced when an editor names the channel', async () => {
    await push(article('4', 'bakery'), { to: ['all'] });
    await untilDelivery(house.desk, '4', 'all', 'sent');
  });

  it('is announced in another language', async () => {
    await push(article('5', 'bakery', { language: 'tr' }));
    await untilDelivery(house.desk, '5', 'all', 'sent');
  });

  it('is announced when the first was retracted', async () => {
    await push(article('6', 'library'));
    await untilDelivery(house.desk, '6', 'all', 'sent');
    must(await house.desk.retract(editor, '6'));
    await untilDelivery(house.desk, '6', 'all', 'removed');
    await push(article('7', 'library'));
    await untilDelivery(house.desk, '7', 'all', 'sent');
  });

  it('is announced in a house that does not look for it', async () => {
    await push(article('1', 'bakery'), {}, careless);
    await push(article('2', 'bakery'), {}, careless);
    await untilDelivery(careless.desk, '2', 'all', 'sent');
  });
});

describe('an update of an article', () => {
  it('is a correction, not its own duplicate', async () => {
    await push(article('10', 'harbour', { revision: 1 }));
    await untilDelivery(house.desk, '10', 'all', 'sent');
    const text = `${storyOf('harbour')} The mayor agreed.`;
    must(await house.desk.correct(editor, '10', article('10', 'harbour', { revision: 2, text })));
    await push(article('11', 'tower'));
    await untilDelivery(house.desk, '11', 'all', 'sent');
    expect(await untilDelivery(house.desk, '10', 'all', 'sent')).toMatchObject({ revision: 2, reason: null });
  });
});

describe('a line that stands on every page of a host', () => {
  it('is not said any more once it was seen', async () => {
    const slogan = 'Readers like you pay for the newsroom, every day of the year.';
    const ids = ['20', '21', '22'];
    const said = (text: string, lead: string) => ({ title: lead, text: `${slogan}\n${text}`, section: 'City' });
    for (const id of ids) {
      await push({
        ...article(id, 'x'),
        url: `https://second.example/${id}`,
        ...said(`Street ${id} is closed to cars from Monday on, and trams go round it.`, `Street ${id} closes`),
      });
      await untilDelivery(house.desk, id, 'all', 'sent');
    }
    const posts = await seenOn(house.desk, 'all');
    const withSlogan = posts.filter(({ text }) => text.includes(slogan)).length;
    expect(withSlogan).toBe(2);
    const preview = must(
      await house.desk.preview(editor, {
        article: { url: 'https://second.example/9', ...said('Street 9 opens again.', 'Street 9') },
      }),
    );
    expect(preview.post.summary).toBe('Street 9 opens again.');
  });
});

describe('a whole page', () => {
  it('is composed, however it was built to do harm, and the worker goes on', async () => {
    const lead = 'The old mill grinds flour again, and children may turn the wheel on Sundays.';
    const page = (inside: string) => `<!doctype html><html><body>${inside}<p>${lead}</p></body></html>`;
    const insides = ['<div class="menu"><a href="/">Home</a></div>', '<b><i>'.repeat(500_000), '<div>'.repeat(20_000)];
    for (const [at, inside] of insides.entries()) {
      const id = String(30 + at);
      await push(article(id, 'x', { text: undefined, html: page(inside) }));
      await untilDelivery(house.desk, id, 'all', 'sent');
      const posts = await seenOn(house.desk, 'all');
      expect(posts.find(({ text }) => text.includes(`/en/${id}`))?.text).toContain(lead);
    }
  });
});
