import { describe, expect, it } from '@jest/globals';
import { readBlocks } from '../../../src/compose/read-blocks.ts';

const texts = (article: { html?: string; text?: string }): readonly string[] =>
  [...readBlocks({ html: article.html ?? null, text: article.text ?? null })][0]?.blocks.map((block) => block.text) ??
  [];
const froms = (html: string): readonly string[] => [...readBlocks({ html, text: null })].map((reading) => reading.from);

describe('readBlocks', () => {
  it('reads a fragment block by block, inline marks within their line', () => {
    expect(texts({ html: '<p>Мост <b>от</b>крыт.</p><ul><li>Раз<li>Два</ul>Три<br>Четыре' })).toEqual([
      'Мост открыт.',
      'Раз',
      'Два',
      'Три',
      'Четыре',
    ]);
  });

  it.each([
    '<script>if (a < b) "</p>"</script>',
    '<style>p{}</style>',
    '<nav>Меню</nav>',
    '<aside><p>Врезка</p></aside>',
    '<figure><figcaption>Подпись</figcaption></figure>',
    '<div class="image-caption"><p>Подпись</p></div>',
    '<p class="photoCaption">Подпись</p>',
    '<div hidden>Скрыто</div>',
    '<div style="display: none">Скрыто</div>',
    '<span class="sr-only">Скрыто</span>',
    '<div class="share-buttons">Поделиться</div>',
    '<!-- <p>Примечание</p> -->',
    '<template>Шаблон</template>',
    '<div class="follow-modal-body">Подписка оформлена.</div>',
    '<div class="inline-newsletter">Подписка на письма.</div>',
    '<div class="author-bio">Анна Белова пишет о мостах.</div>',
    '<img src="1.jpg" alt="Мост в Гяндже утром"><p>Мост в Гяндже утром. Фото: Вестник</p>',
  ])('leaves out %s', (silent) => {
    expect(texts({ html: `${silent}<p>Мост открыт.</p>${silent}` })).toEqual(['Мост открыт.']);
  });

  it.each([
    'Yolda fındığın kilosu iki yüz on liradan işlem gördü. (DHA)',
    'Məclis güzəştləri uzadan qanunu bu gün qəbul edib. VİDEO',
  ])('takes what follows an end mark for a signature, after which a line ends: %s', (line) => {
    expect(texts({ text: `${line}\nÜreticiler fiyatı az buldu.` })).toEqual([line, 'Üreticiler fiyatı az buldu.']);
  });

  it('keeps a sentence about whom a picture shows', () => {
    const html = '<img src="1.jpg" alt="Мэр Гянджи Анна Белова"><p>Мэр Гянджи Анна Белова открыла мост.</p>';
    expect(texts({ html })).toEqual(['Мэр Гянджи Анна Белова открыла мост.']);
  });

  it('keeps the words of a line that open a window', () => {
    expect(texts({ html: '<p>Мост <a class="popup-link">открыт</a>.</p>' })).toEqual(['Мост открыт.']);
  });

  it('ends a hidden element where the next of its kind begins', () => {
    expect(texts({ html: '<p hidden>Скрыто<p>Мост открыт.<ul><li class="share">Скрыто<li>Раз</ul>' })).toEqual([
      'Мост открыт.',
      'Раз',
    ]);
  });

  it('takes a quotation mark that stands behind no "=" for a slip, as browsers do', () => {
    expect(texts({ html: '<script src="a.js""></script><p class="lead"">Мост открыт.</p><p id="b">Раз</p>' })).toEqual([
      'Мост открыт.',
      'Раз',
    ]);
  });

  it('joins the large first letter of an article to its word', () => {
    expect(texts({ html: '<p><span>T</span> <b>he bridge</b> is open.</p><p><b>A</b> bridge.</p>' })).toEqual([
      'The bridge is open.',
      'A bridge.',
    ]);
  });

  it('leaves out in the article of a page what it leaves out in a fragment', () => {
    const paragraph = `<p>${'Мост в Гяндже открыт для машин и людей, сообщили в мэрии города. '.repeat(5)}</p>`;
    const caption = '<p class="caption">Мост утром, вид с левого берега реки.</p>';
    expect(texts({ html: `<html><body><div>${paragraph}${caption}${paragraph}</div></body></html>` })).toHaveLength(2);
  });

  it.each([
    [
      'Мост открыт для машин и людей. Движение началось утром, сообщила мэрия го...',
      ['Мост открыт для машин и людей.'],
    ],
    ['Он открыт для машин и людей с утра.', []],
    ['Новости Гянджи и района', []],
  ])('takes of what a page says of itself the whole sentences: %s', (description, sentences) => {
    const html = `<html><head><meta property="og:description" content="${description}"></head><body></body></html>`;
    const found = [...readBlocks({ html, text: null })].find(({ from }) => from === 'description');
    expect(found?.blocks.map(({ text }) => text)).toEqual(sentences);
  });

  it('reads a page whose head is never closed', () => {
    expect(
      [...readBlocks({ html: '<!doctype html><head><title>Т</title><p>Мост открыт.', text: null })].at(-1)?.blocks,
    ).toEqual([{ text: 'Мост открыт.', heading: false, linked: 0 }]);
  });

  it('joins the lines of a text that were wrapped in mid-sentence', () => {
    const text = 'Первый абзац начинается здесь и продолжается до самого\nконца строки.\n\nВторой абзац.\r\nТретий.';
    expect(texts({ text })).toEqual([
      'Первый абзац начинается здесь и продолжается до самого конца строки.',
      'Второй абзац.',
      'Третий.',
    ]);
  });

  it('reads tags that were put into text', () => {
    expect(texts({ text: '<p>Раз.</p><p>Два.</p>' })).toEqual(['Раз.', 'Два.']);
  });

  it('knows a page from a fragment', () => {
    expect(froms('<!-- x --><!DOCTYPE html><p>Да')).toEqual(['article', 'description', 'page']);
    expect(froms('<body class="a"><p>Да')).toEqual(['article', 'description', 'page']);
    expect(froms('<article><p>Да</article>')).toEqual(['body']);
    expect(froms('<!-- <html> --><p>Да')).toEqual(['body']);
  });

  it('joins a sentence that an empty line parts', () => {
    const text = 'Мэр города вместе с инженерами в понедельник утром осмотрел\n\nпролёты моста.\n\nи опоры';
    expect(texts({ text })).toEqual([
      'Мэр города вместе с инженерами в понедельник утром осмотрел пролёты моста.',
      'и опоры',
    ]);
  });

  it('does not join a name over an empty line', () => {
    const lines = ['The mayor of the town has looked at the arches of the bridge', 'by Anna Belova, Herald'];
    expect(texts({ text: lines.join('\n\n') })).toEqual(lines);
  });

  it('joins to a wrapped line only what follows a full one', () => {
    const text =
      'the new bridge over the river that divides the town in\ntwo parts has opened\nHerald, Monday\nby night';
    expect(texts({ text })[0]).toBe('the new bridge over the river that divides the town in two parts has opened');
  });

  it('does not take the name of a user for the rest of a sentence', () => {
    expect(texts({ text: 'Мост открыт\neditor2 5 мая' })).toEqual(['Мост открыт', 'editor2 5 мая']);
  });

  it('does not take a list of headlines for wrapped lines', () => {
    const lines = [
      'Пекари двух берегов договорились о цене хлеба до весны',
      'Трамвай вернётся на проспект Низами после ремонта путей',
      'Мост длиной 600 метров связал два берега.',
    ];
    expect(texts({ text: lines.join('\n') })).toEqual(lines);
  });

  it('finds the article in a page', () => {
    const paragraph = '<p>Мост длиной 600 метров связал два берега, и движение по нему началось утром, сказал мэр.</p>';
    const html = `<html><head><title>Т</title></head><body><div id="menu">${'<a href="/">Раздел</a> '.repeat(30)}</div><div class="content">${paragraph.repeat(8)}</div><div class="footer"><p>Herald, улица Низами, 5.</p></div></body></html>`;
    expect(new Set(texts({ html }))).toEqual(new Set([paragraph.slice(3, -4)]));
  });

  describe('the standfirst of a page', () => {
    const paragraph = 'Мост длиной 600 метров связал два берега, и движение по нему началось утром, сказал мэр.';
    const standfirst = 'Переправы, которую жители двух берегов ждали четыре года, больше нет в списке долгов города.';
    const page = (between: string) =>
      `<html><body><div class="head"><h1>Мост открыт</h1>${between}</div><div class="content">${`<p>${paragraph}</p>`.repeat(8)}</div></body></html>`;

    it.each([`<h2>${standfirst}</h2><p>5 мая 2026</p>`, `<p>Мост достроен. ${standfirst}</p>`])(
      'is read where it stands between the title and the text: %s',
      (between) => {
        expect(texts({ html: page(between) })[0]).toContain(standfirst);
      },
    );

    it.each([
      `<p>${standfirst}</p>`,
      `<p>Мост достроен. ${standfirst}</p><p>Мост утром</p>`,
      `<h2><a href="/2">${standfirst}</a></h2>`,
    ])('is not what may be a caption or a link: %s', (between) => {
      expect(texts({ html: page(between) })[0]).toBe(paragraph);
    });
  });
});
