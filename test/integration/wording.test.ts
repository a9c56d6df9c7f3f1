import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { editor, startHouse, type TestHouse } from '../support/house.ts';
import { must, seenOn, untilDelivery } from '../support/house-words.ts';
import { png } from '../support/pictures.ts';
import { startWebSite, type WebSite } from '../support/web-site.ts';
import { goodRussian, russian } from '../unit/llm/an-article.ts';

let site: WebSite;
let house: TestHouse;
let asked = 0;
let content = goodRussian;

const yamlFor = ({ url, port }: WebSite) => `
newsroom:
  name: Herald
  utm: { medium: social }
channels:
  - id: worded
    platform: preview
    looks: whatsapp
    template: ["{breaking} {headline}", "{summary}", "", "{link}", "{credit}", "{tags}", "{callToAction}"]
    hashtags: { sections: true }
    callToAction: Подписывайтесь на канал
    utm: { source: wa }
  - { id: plain, platform: preview, looks: telegram }
  - { id: sure, platform: preview, looks: telegram, minConfidence: 0.9 }
summary: { llm: { url: "${url}/v1", model: small } }
fetch: { allow: ["127.0.0.1:${port}"] }
ingest: { nearDuplicates: false }
`;

beforeAll(async () => {
  site = await startWebSite((request, response) => {
    if (request.url === '/photo.png') return response.end(png(1_600, 1_200));
    asked += 1;
    return response.end(JSON.stringify({ choices: [{ message: { content }, finish_reason: 'stop' }] }));
  });
  house = await startHouse(yamlFor(site));
});
afterAll(async () => {
  await house.close();
  await site.close();
});

const article = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  url: `https://news.example/ru/${id}`,
  language: 'ru',
  section: 'Городская жизнь',
  title: russian.headline,
  text: `${russian.body} Номер ${id}.`,
  ...more,
});
const push = async (data: Record<string, unknown>) => must(await house.desk.push(editor, { article: data }));
const newestOn = async (channel: string) => (await seenOn(house.desk, channel))[0];

describe('a channel with words of its own', () => {
  it('says just what the preview showed', async () => {
    const { channels } = must(await house.desk.preview(editor, { article: article('1') }));
    const shown = channels.find(({ channel }) => channel === 'worded')?.text;
    expect(shown).toBe(
      [
        `*${russian.headline}*`,
        goodRussian,
        '',
        'https://news.example/ru/1?utm_source=wa&utm_medium=social',
        '#ГородскаяЖизнь',
        'Подписывайтесь на канал',
      ].join('\n'),
    );
    await push(article('1'));
    await untilDelivery(house.desk, '1', 'worded', 'sent');
    expect((await newestOn('worded'))?.text).toBe(shown);
    expect(asked).toBe(1);
  });
});

describe('a language model that lies', () => {
  it('leaves the article’s own sentences, with the reason in the record', async () => {
    content = goodRussian.replace('1500', '1900');
    await push(article('2'));
    await untilDelivery(house.desk, '2', 'plain', 'sent');
    const { post } = must(await house.desk.article(editor, '2'));
    expect(post).toMatchObject({
      summaryBy: 'extract',
      summary: expect.stringMatching(/^Новый мост через Бакинскую бухту открылся в понедельник/),
      summaryNote: expect.stringContaining('a number (1900)'),
    });
  });

  it('is not asked where an editor wrote the summary', async () => {
    const before = asked;
    await push(article('3', { summary: 'Мост открыт, и по нему уже едут.' }));
    await untilDelivery(house.desk, '3', 'plain', 'sent');
    expect((await newestOn('plain'))?.text).toContain('Мост открыт, и по нему уже едут.');
    expect(asked).toBe(before);
  });
});

describe('a channel that wants to be sure', () => {
  it('lets a doubtful post wait for an editor, who may send it all the same', async () => {
    const doubtful = article('4', { title: 'Коротко о разном', text: 'Погода.' });
    await push(doubtful);
    await untilDelivery(house.desk, '4', 'plain', 'sent');
    const skipped = await untilDelivery(house.desk, '4', 'sure', 'skipped');
    expect(skipped.reason).toMatch(/^confidence 0(\.\d+)? below 0\.9$/);
    must(await house.desk.retry(editor, '4@sure'));
    await untilDelivery(house.desk, '4', 'sure', 'sent');
  });
});

describe('a picture', () => {
  it('goes with the post when it could be fetched and scaled', async () => {
    await push(article('5', { image: `${site.url}/photo.png` }));
    await untilDelivery(house.desk, '5', 'plain', 'sent');
    expect((await newestOn('plain'))?.image).toBe(`${site.url}/photo.png`);
  });
});
