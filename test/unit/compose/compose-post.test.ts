import { describe, expect, it } from '@jest/globals';
import { composePost } from '../../../src/compose/compose-post.ts';
import { articleWith } from '../../support/article-words.ts';

const lead = 'Мост длиной 600 метров связал два берега, движение по нему началось в понедельник утром.';
const detail = 'Строительство заняло четыре года и обошлось городу в сто миллионов манатов.';

describe('composePost', () => {
  it('takes headline, link, picture, section, tags and priority from the article', () => {
    const post = composePost(
      articleWith({
        title: 'Курс  маната &mdash; без&nbsp;перемен',
        image: 'https://herald.example/1.jpg',
        section: 'Экономика',
        tags: ['банки'],
        priority: 'breaking',
        language: 'ru',
      }),
    );
    expect(post).toEqual({
      headline: 'Курс маната — без перемен',
      summary: '',
      link: 'https://herald.example/news/1',
      image: 'https://herald.example/1.jpg',
      credit: null,
      tags: ['банки'],
      section: 'Экономика',
      language: 'ru',
      breaking: true,
      confidence: 0,
      summaryBy: 'extract',
    });
  });

  it('says whole leading sentences and nothing of what stands around them', () => {
    const html = `<article><h1>Новый мост через реку открыли в Гяндже</h1>
      <p class="meta">5 мая, 2026 10:15 <span>734</span></p>
      <p><a href="/follow">Следите за новостями на нашем WhatsApp канале</a></p>
      <p>${lead}</p><p>Как сообщает АЗЕРТАДЖ, ${detail.toLowerCase()}</p>
      <figure><img src="1.jpg"><figcaption>Вид на мост с набережной.</figcaption></figure>
      <p>Свяжитесь с нами</p><p>Другие новости раздела Общество</p><p>В Баку подорожал проезд</p></article>`;
    const post = composePost(articleWith({ html }));
    expect(post.summary).toBe(`${lead} ${detail}`);
    expect(post.credit).toBe('АЗЕРТАДЖ');
    expect(post.language).toBe('ru');
    expect(post.confidence).toBeGreaterThan(0.5);
  });

  it('says nothing of the teasers in a page that the site cut off', () => {
    const teasers =
      '<p>Вчера в правительстве состоялось торжественное...</p><p>Праздники начались для жителей дома в...</p>';
    const html = `<!doctype html><html><body><div>${teasers}<p>${lead}</p><p>${detail}</p>${teasers}</div></body></html>`;
    expect(composePost(articleWith({ html })).summary).toBe(`${lead} ${detail}`);
  });

  it('reads html when there are both html and text', () => {
    expect(composePost(articleWith({ html: `<p>${lead}</p>`, text: detail })).summary).toBe(lead);
  });

  it('prefers the summary that an editor wrote', () => {
    const post = composePost(
      articleWith({ text: `${lead} ${detail}`, summary: 'Гянджа ждала этого моста <b>десять</b> лет.' }),
    );
    expect(post.summary).toBe('Гянджа ждала этого моста десять лет.');
    expect(post.confidence).toBe(1);
  });

  it('says what a page says of itself when its lead speaks of something else', () => {
    const said = 'Новый мост через Гянджачай открыт для машин и людей после четырёх лет строительства.';
    const story = `<p>${'Пенсионер Рашид каждое утро ходит к реке и смотрит на воду, пока не взойдёт солнце. '.repeat(4)}</p>`;
    const page = (description: string): string =>
      `<html><head><meta name="description" content="${description}"></head><body><div>${story.repeat(3)}</div></body></html>`;
    const title = 'Новый мост через Гянджачай открыт';
    expect(composePost(articleWith({ title, html: page(said) })).summary).toBe(said);
    expect(
      composePost(articleWith({ title, html: page('Все новости города и района на одном сайте.') })).summary,
    ).toMatch(/^Пенсионер/);
  });

  it('does not say lines that are known to repeat across the host', () => {
    const slogan = 'Herald рассказывает о городе каждый день и без выходных уже двадцать лет.';
    const known = { repeatedLines: new Set([slogan]) };
    expect(composePost(articleWith({ text: `${slogan}\n${lead}` }), known).summary).toBe(lead);
  });

  it('gives the same post for the same article', () => {
    const article = articleWith({ html: `<!doctype html><body><p>${lead}</p><p>${detail}</p>` });
    expect(composePost(article)).toEqual(composePost(article));
  });

  it('does not credit an agency that is only the source of a detail far below', () => {
    const far = 'По мосту проехали сто машин, сообщает Trend.';
    const text = [lead, detail, 'Мэр доволен этим.', 'Жители тоже рады.', 'Погода была тёплой.', far].join(' ');
    expect(composePost(articleWith({ text })).credit).toBeNull();
    expect(composePost(articleWith({ text: `${text}\nИсточник: АЗЕРТАДЖ` })).credit).toBe('АЗЕРТАДЖ');
  });

  it.each([
    [
      'az',
      'Gəncədə yeni körpü açılıb',
      'Bakı, 5 may, AZƏRTAC\nUzunluğu altı yüz metr olan körpü çayın iki sahilini birləşdirib.\nBizi Telegram-da izləyin',
      'Uzunluğu altı yüz metr olan körpü çayın iki sahilini birləşdirib.',
      'AZƏRTAC',
    ],
    [
      'tr',
      'Gence’de yeni köprü açıldı',
      'ANKARA (AA) - Altı yüz metrelik köprü nehrin iki yakasını bu sabah birleştirdi.\nİlgili Haberler\nYol kapandı',
      'Altı yüz metrelik köprü nehrin iki yakasını bu sabah birleştirdi.',
      'AA',
    ],
    [
      'en',
      'New bridge opens in Ganja',
      'By Anna Belova\nBAKU, May 5 (Reuters) - The crossing links both banks of the river for the first time.\nRead more: the old bridge',
      'The crossing links both banks of the river for the first time.',
      'Reuters',
    ],
  ])('speaks %s', (language, title, text, summary, credit) => {
    expect(composePost(articleWith({ title, text }))).toMatchObject({ language, summary, credit });
  });

  it('still says something of an article that is one short line', () => {
    expect(composePost(articleWith({ text: 'Пожар в порту потушен' })).summary).toBe('Пожар в порту потушен.');
  });
});
