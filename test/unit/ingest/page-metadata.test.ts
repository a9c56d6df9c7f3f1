import { describe, expect, it } from '@jest/globals';
import { readPageMetadata } from '../../../src/ingest/page-metadata.ts';

const url = 'https://newsroom.example/ru/news/1009?from=main';
const read = (head: string, body = '', lang = '') =>
  readPageMetadata(`<!doctype html><html${lang}><head>${head}</head><body>${body}</body></html>`, url);
const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('the title of a page', () => {
  it.each([
    [
      '<meta property="og:title" content="Мост &laquo;Новый&raquo; открыт"><title>Другое</title>',
      '',
      'Мост «Новый» открыт',
    ],
    ['<meta content=\'He said "yes"\' property=og:title>', '', 'He said "yes"'],
    ['<link href="a.css""><meta property="og:title" content="Мост открыт"><p title="">', '', 'Мост открыт'],
    [
      '<meta property="og:title" content="Мост открыт | Герольд"><meta property="og:site_name" content="Герольд">',
      '',
      'Мост открыт',
    ],
    [ld({ '@type': 'NewsArticle', headline: 'Мост &quot;Новый&quot; открыт' }), '', 'Мост "Новый" открыт'],
    ['<title>Мост открыт - Герольд</title>', '<h1><span>Мост</span> открыт</h1>', 'Мост открыт'],
    ['<title>Мост открыт | Герольд</title>', '<h1>Герольд</h1>', 'Мост открыт'],
    ['<title>Баку — столица мира</title>', '', 'Баку — столица мира'],
    ['<title>Körpü açıldı - Newsroom.Example</title>', '', 'Körpü açıldı'],
    ['', '<h1>Мост открыт</h1>', 'Мост открыт'],
    [
      '<meta property="og:title" content="» Мост’s открыт сегодня - Жизнь - Вести">',
      "<h1>Мост's открыт сегодня</h1>",
      "Мост's открыт сегодня",
    ],
    [
      `<meta property="og:title" content="Мост открыт сегодня - Авто">${ld({ '@type': 'NewsArticle', headline: 'Мост открыт сегодня' })}`,
      '',
      'Мост открыт сегодня',
    ],
    [
      '<meta property="og:title" content="Герольд Гянджи / Мост открыт"><meta property="og:site_name" content="Герольд Гянджи - gg.example">',
      '',
      'Мост открыт',
    ],
    [
      '<meta property="og:title" content="Матч года – итог неизвестен">',
      '<h1>Матч года</h1>',
      'Матч года – итог неизвестен',
    ],
    ['<title>Newsroom.Example :: Мост в Гяндже открыт</title>', '', 'Мост в Гяндже открыт'],
    ['<title>Мост в Гяндже открыт | Гянджа, мост | Город Вестей - Мобильная</title>', '', 'Мост в Гяндже открыт'],
    [
      '<title>Мост в Гяндже открыт, 4 января 2012 — Вести города</title>',
      '<h1>Мост в Гяндже открыт</h1>',
      'Мост в Гяндже открыт',
    ],
    ['<title>Мост открыт</title><meta name="application-name" content="Мост открыт">', '', 'Мост открыт'],
    ['<title>Newsroom.Example</title>', '<h1>Мост открыт</h1>', 'Мост открыт'],
    ['<title>В Гяндже мост открыт</title>', '<h1>В Гяндже</h1>', 'В Гяндже мост открыт'],
    ['<title>Вести города » Мост в Гяндже открыт утром</title>', '', 'Мост в Гяндже открыт утром'],
    ['<title>Мост в Гяндже открыт утром » Вести города</title>', '', 'Мост в Гяндже открыт утром'],
    ['<!-- <meta property="og:title" content="Старое"> --><title>Новое</title>', '', 'Новое'],
  ])('is read from %s %s', (head, body, title) => {
    expect(read(head, body).title).toBe(title);
  });

  it('is null when it names only the site', () => {
    expect(read('<title>NEWSROOM.EXAMPLE</title>').title).toBeNull();
  });

  it('is null when there is none', () => {
    expect(read('<meta property="og:title" content=" "><title></title>', '<p>Мост</p>').title).toBeNull();
  });
});

describe('the address of a page', () => {
  it.each([
    ['<link rel="canonical" href="/ru/news/1009">', 'https://newsroom.example/ru/news/1009'],
    ['<link href="https://www.newsroom.example/1009" rel=canonical />', 'https://www.newsroom.example/1009'],
    [
      '<base href="https://newsroom.example/ru/"><link rel="canonical" href="news/1009">',
      'https://newsroom.example/ru/news/1009',
    ],
    ['<meta property="og:url" content="https://m.newsroom.example/1009">', 'https://m.newsroom.example/1009'],
  ])('is the canonical one of %s', (head, canonical) => {
    expect(read(head).url).toBe(canonical);
  });

  it.each([
    '<link rel="canonical" href="https://evil.example/1009">',
    '<link rel="canonical" href="https://evilnewsroom.example/1009">',
    '<link rel="canonical" href="/">',
    '<link rel="canonical" href="javascript:alert(1)">',
    '<link rel="canonical" href="http://[">',
  ])('is where it was found, whatever %s says', (head) => {
    expect(read(head).url).toBe(url);
  });
});

describe('the picture of a page', () => {
  it.each([
    ['<meta property="og:image" content="/img/1.jpg?a=1&amp;b=2">', 'https://newsroom.example/img/1.jpg?a=1&b=2'],
    ['<meta name="twitter:image" content="//cdn.example/1.webp">', 'https://cdn.example/1.webp'],
    [
      ld([{ '@graph': [{ '@type': ['Report'], image: [{ url: 'https://cdn.example/2.jpg' }] }] }]),
      'https://cdn.example/2.jpg',
    ],
    [
      '<meta property="og:image" content="/logo.svg"><link rel="image_src" href="/3.png">',
      'https://newsroom.example/3.png',
    ],
    ['<meta property="og:image" content="data:image/gif;base64,R0lG">', null],
    ['', null],
  ])('is read from %s', (head, image) => {
    expect(read(head).image).toBe(image);
  });
});

describe('the language of a page', () => {
  it.each([
    [' lang="ru-RU"', '', 'ru'],
    ['', '<meta property="og:locale" content="ru_RU">', 'ru'],
    [' lang="en"', '<meta property="og:locale" content="ru_RU">', 'ru'],
    [' lang="en"', '', null],
    ['', '', null],
  ])('of <html%s> %s is %s under a Russian title', (lang, head, language) => {
    expect(read(`${head}<title>Мост открыт</title>`, '', lang).language).toBe(language);
  });

  it('is kept for a title with a foreign name in it', () => {
    expect(read('<title>Apple şirkəti Bakıda</title>', '', ' lang=az').language).toBe('az');
  });
});

describe('section, time and tags of a page', () => {
  it('are read from its tags', () => {
    const head =
      '<meta property="article:section" content="Общество"><meta property="article:tag" content="мост">' +
      '<meta property="article:tag" content="мост"><meta property="article:tag" content="Баку">' +
      '<meta property="article:published_time" content="2024-04-28T23:51:00+04:00">';
    expect(read(head)).toMatchObject({
      section: 'Общество',
      tags: ['мост', 'Баку'],
      publishedAt: '2024-04-28T23:51:00+04:00',
    });
  });

  it('are read from JSON-LD with line breaks in its strings', () => {
    const script =
      '<script type=application/ld+json>//<![CDATA[\n{"@type":"NewsArticle","headline":"Мост\nоткрыт",' +
      '"articleSection":["Общество"],"datePublished":"2024-04-28T23:51:00Z"}\n//]]></script>';
    expect(read(script)).toMatchObject({
      title: 'Мост открыт',
      section: 'Общество',
      publishedAt: '2024-04-28T23:51:00Z',
    });
  });

  it('are read from JSON-LD behind many other scripts', () => {
    const article = ld({ '@type': 'NewsArticle', articleSection: 'Общество' });
    expect(read('<script>let a;</script>'.repeat(100) + article)).toMatchObject({ section: 'Общество' });
  });

  it('leave out a time that names no offset', () => {
    const body = '<time datetime="2024-04-28">28 апреля</time>';
    expect(read('<meta name="date" content="2024-04-28">', body).publishedAt).toBeNull();
  });
});

describe('a broken page', () => {
  const title = '<title>Мост открыт</title>';

  it.each([
    ['deep nesting', '<div>'.repeat(100_000)],
    ['unclosed links', '<a href="/1">'.repeat(50_000)],
    ['unclosed scripts', '<script type="application/ld+json">{'.repeat(20_000)],
    ['unclosed comments', '<!--'.repeat(100_000)],
    ['unclosed attributes', '<meta content="'.repeat(50_000)],
    ['JSON-LD that is none', '<script type="application/ld+json">}{[</script>'],
  ])('still has its title in spite of %s', (_, mess) => {
    expect(read(title, mess).title).toBe('Мост открыт');
  });
});
