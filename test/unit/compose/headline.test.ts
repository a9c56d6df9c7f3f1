import { describe, expect, it } from '@jest/globals';
import { takeHeadline } from '../../../src/compose/headline.ts';

const take = (title: string, url = '', given: { readonly html?: string; readonly text?: string } = {}): string =>
  takeHeadline({ title, url, html: given.html ?? null, text: given.text ?? null });

describe('takeHeadline', () => {
  it.each([
    ['New bridge opens in Ganja | Herald', 'https://www.herald.example/1', 'New bridge opens in Ganja'],
    ['New bridge opens in Ganja - The Herald Online', 'https://herald.co.uk/1', 'New bridge opens in Ganja'],
    ['New bridge opens in Ganja - Local - City Herald', 'https://cityherald.com/1', 'New bridge opens in Ganja'],
    ['New bridge opens in Ganja – Herald: All of the News', 'https://herald.com/1', 'New bridge opens in Ganja'],
    ['Herald News | HEALTH | New bridge opens in Ganja', 'https://herald.com/1', 'New bridge opens in Ganja'],
    ['New bridge opens in Ganja :: Herald.com', 'https://herald.com/1', 'New bridge opens in Ganja'],
    ['New bridge opens in Ganja: HERALD', 'https://herald.com/1', 'New bridge opens in Ganja'],
    ['Herald.com: New bridge opens in Ganja', 'https://herald.com/1', 'New bridge opens in Ganja'],
    ['HERALD.COM::: New bridge opens in Ganja', 'https://herald.com/1', 'New bridge opens in Ganja'],
    ['Herald News - New bridge opens in Ganja', 'https://herald.com/1', 'New bridge opens in Ganja'],
    ['» New bridge opens in Ganja | News', 'https://herald.com/1', 'New bridge opens in Ganja'],
    ['Мост в Гяндже открыт // Вестник.Ru', 'https://www.vestnik.ru/1', 'Мост в Гяндже открыт'],
    ['Мост в Гяндже открыт / ИА "Вестник.инфо", 5 мая', 'https://vestnik.info/1', 'Мост в Гяндже открыт'],
    ['Мост в Гяндже открыт -Новости', 'https://vestnik.info/1', 'Мост в Гяндже открыт'],
    ['Мост в Гяндже открыт - Новости дня - ГлашатайКонсалтинг', 'https://gk.ru/1', 'Мост в Гяндже открыт'],
    ['Мост открыт в Гяндже — Общество — весь город на Vestnik.info', 'https://vestnik.info/1', 'Мост открыт в Гяндже'],
    [
      'Мост открыт в Гяндже — Вести города — Вестник.инфо',
      'https://vestnik.info/1',
      'Мост открыт в Гяндже — Вести города',
    ],
    ['Мост открыт в Гяндже — Спорт — Гянджинские новости — Вестник', 'https://vestnik.info/1', 'Мост открыт в Гяндже'],
    ['Мост открыт в Гяндже 05.01.26 13:00', 'https://vestnik.info/1', 'Мост открыт в Гяндже'],
    [
      'Мост открыт в Гяндже » Гянджа информационное агентство "Вестник"',
      'https://vestnik.info/1',
      'Мост открыт в Гяндже',
    ],
    ['Мост открыт в Гяндже / 05.01.26 / Город', 'https://vestnik.info/1', 'Мост открыт в Гяндже'],
    ['Бюро новостей Гянджи | Мост в Гяндже открыт', 'https://bng.az/1', 'Мост в Гяндже открыт'],
    ['новости - Мост в Гяндже открыт', 'https://vestnik.info/1', 'Мост в Гяндже открыт'],
    ['Gəncədə yeni körpü açıldı — Carçı.az', 'https://carci.az/1', 'Gəncədə yeni körpü açıldı'],
    ['Yeni köprü açıldı - Tellal Haberleri', 'https://www.tellal.com.tr/1', 'Yeni köprü açıldı'],
    ['Мост в Гяндже открыт — КТ на русском', 'https://russian.kt.com/1', 'Мост в Гяндже открыт'],
    ['Мост в Гяндже открыт — Вестник.Медиа', 'https://vestnic.media/1', 'Мост в Гяндже открыт'],
    ['New bridge opens in Ganja – The Morning Call', 'https://mcall.com/1', 'New bridge opens in Ganja'],
    ['New bridge opens in Ganja - Ganja Business Herald', 'https://gbh.az/1', 'New bridge opens in Ganja'],
    ['Мост в Гяндже открыт - Hi-Tech City Herald', 'https://city-herald.ru/1', 'Мост в Гяндже открыт'],
  ])('leaves the site out of %s', (title, url, headline) => {
    expect(take(title, url)).toBe(headline);
  });

  it.each([
    ['Мост открыт в Гяндже (ФОТО)', 'Мост открыт в Гяндже'],
    ['Мост открыт в Гяндже (фото, видео)', 'Мост открыт в Гяндже'],
    ['Мост открыт в Гяндже. Видео', 'Мост открыт в Гяндже'],
    ['Мост открыт в Гяндже - ОБНОВЛЕНО', 'Мост открыт в Гяндже'],
    ['ОБНОВЛЕНО: Мост открыт в Гяндже', 'Мост открыт в Гяндже'],
    ['UPD: Мост открыт в Гяндже', 'Мост открыт в Гяндже'],
    ['Мост открыт (ФОТО)', 'Мост открыт'],
    ['Gəncədə yeni körpü açıldı - YENİLƏNİB - FOTO', 'Gəncədə yeni körpü açıldı'],
    ['Gəncədə yeni körpü açıldı – VİDEO', 'Gəncədə yeni körpü açıldı'],
    ['Gəncədə yeni körpü açıldı FOTOLAR', 'Gəncədə yeni körpü açıldı'],
    ['SON DAKİKA: Yeni köprü açıldı', 'Yeni köprü açıldı'],
    ['New bridge opens in Ganja (From City Gazette)', 'New bridge opens in Ganja'],
    ['UPDATE 2-New bridge opens in Ganja', 'New bridge opens in Ganja'],
    ['AZƏRTAC XƏBƏR VERİR: Yeni körpü açıldı', 'Yeni körpü açıldı'],
    ['SON DƏQİQƏ: Yeni körpü açıldı', 'Yeni körpü açıldı'],
    ['Son dakika... Yeni köprü açıldı', 'Yeni köprü açıldı'],
    ['[VIDEO] New bridge opens in Ganja', 'New bridge opens in Ganja'],
    ['New bridge opens in Ganja (updated)', 'New bridge opens in Ganja'],
  ])('leaves out of %s how and when it is told', (title, headline) => {
    expect(take(title, 'https://vestnik.info/1')).toBe(headline);
  });

  it.each([
    'Камера сняла видео',
    'Мэр показал мост на ФОТО',
    'Photo: the bridge at dawn',
    'Мэр показал мост на фото',
    'Video killed the radio star',
  ])('leaves a headline about pictures as it is: %s', (title) => {
    expect(take(title, 'https://vestnik.info/1')).toBe(title);
  });

  it.each([
    'Баку — столица мира',
    'Пенсии не вырастут - министр',
    'Спорт - это жизнь, сказал министр',
    'Самый дорогой наш капитал - Здоровье',
    'Трамп: пошлины вырастут',
    'Baku: two bridges opened',
    'Ferry capsizes - Herald',
    'Goals 2/3 - Herald of spring returns to the city',
    'Ferry capsizes off Baku, dozens missing - Distant News',
    'Horoscope for the week 21 - 27 April 2026',
    'Herald',
    'Dare to play 3 / October pack',
    'Two towns, one bridge - The mayor explains',
  ])('leaves %s as it is', (title) => {
    expect(take(title, 'https://herald.com/1')).toBe(title);
  });

  it.each([
    ['HERALD.RU::: Мост в Гяндже открыт', 'Мост в Гяндже открыт'],
    ['Мост в Гяндже открыт | vestnik.com.au', 'Мост в Гяндже открыт'],
    ['Мост в Гяндже открыт - Вестник', 'Мост в Гяндже открыт - Вестник'],
    ['Новый мост в Гяндже открыт | Мнение', 'Новый мост в Гяндже открыт'],
    [
      'Bridge week in Ganja | The queue of cars is longer than the bridge',
      'Bridge week in Ganja | The queue of cars is longer than the bridge',
    ],
    ['<b>Мост</b> в Гяндже открыт<br>Движение начато', 'Мост в Гяндже открыт Движение начато'],
    ['How a <b> differs from a <strong>', 'How a <b> differs from a <strong>'],
  ])('knows of %s only what it says itself while it has no address', (title, headline) => {
    expect(take(title)).toBe(headline);
  });
});

describe('the title of a whole page', () => {
  const takeOf = (title: string, body: string): string =>
    take(title, '', { html: `<html><head></head><body>${body}</body></html>` });

  it.each([
    ['Bridge opens in Ganja - Local - City Herald', '<h1>Bridge opens in <b>Ganja</b></h1>', 'Bridge opens in Ganja'],
    ['City Herald - “Bridge” opens in Ganja!', '<h1>Bridge opens in Ganja</h1>', '“Bridge” opens in Ganja!'],
    ['Bridge opens in Ganja : Voice of the City', '<h1>Bridge opens in Ganja</h1>', 'Bridge opens in Ganja'],
    ['Is the bridge open? | Herald', '<h2>Is the bridge open?</h2>', 'Is the bridge open?'],
    [
      'Bridge opens | Local | Herald',
      '<meta property="og:title" content="Bridge opens">',
      'Bridge opens | Local | Herald',
    ],
    [
      'Bridge opens in Ganja | Cities',
      '<meta name="twitter:title" content="Bridge opens in Ganja">',
      'Bridge opens in Ganja',
    ],
    [
      'Bridge opens in Ganja - City Herald',
      '<meta property="og:site_name" content="City Herald">',
      'Bridge opens in Ganja',
    ],
    ['Bridge opens in Ganja - Herald', '<link rel="canonical" href="https://herald.com/1">', 'Bridge opens in Ganja'],
    [
      'News of the day - Bridge opens in Ganja at last - Herald',
      '<h1>Bridge opens in Ganja at last</h1>',
      'Bridge opens in Ganja at last',
    ],
    ['Bridge opens in Ganja, 5 May 2026 | Herald', '<h1>Bridge opens in Ganja</h1>', 'Bridge opens in Ganja'],
    [
      'Bridge opens in Ganja: City',
      '<meta property="og:title" content="Bridge opens in Ganja">',
      'Bridge opens in Ganja',
    ],
    ['City. Bridge opens in Ganja » Herald', '<h1>Bridge opens in Ganja</h1>', 'Bridge opens in Ganja'],
    [
      'Bridge opens in Ganja - Anna Bell - Herald',
      '<meta property="og:title" content="Bridge opens in Ganja - Anna Bell"><h1>Bridge opens in Ganja</h1>',
      'Bridge opens in Ganja',
    ],
    ['Bridge opens again in Ganja / Notes', '<td>Bridge opens again in Ganja</td>', 'Bridge opens again in Ganja'],
    ['Bridge opens in the U.S. | Herald', '<h1>Bridge opens in the U.S.</h1>', 'Bridge opens in the U.S.'],
  ])('%s is the headline that the page has in %s', (title, body, headline) => {
    expect(takeOf(title, body)).toBe(headline);
  });

  it.each([
    [
      'the page has it whole as a heading',
      'Bridge opens in Ganja - minister',
      '<h1>Bridge opens in Ganja - minister</h1><h3>Bridge opens in Ganja</h3>',
    ],
    [
      'only the site is a heading',
      'Bridge opens in Ganja and in Baku - Who are you today',
      '<h1>Who are you today</h1>',
    ],
    [
      'the site before it is a heading',
      'The City Herald - Bridge opens in Ganja and in Baku',
      '<h1>The City Herald</h1>',
    ],
    [
      'the page shares it with its colon',
      'Minister: Bridge opens in Ganja',
      '<meta property="og:title" content="Minister: Bridge opens in Ganja"><h3>Bridge opens in Ganja</h3>',
    ],
    ['the heading is another one', 'Bridge opens in Ganja - Herald', '<h1>The other bridge opens</h1>'],
    ['nothing stands apart from it', 'Bridge opens in Ganja on Monday', '<h1>Bridge opens in Ganja</h1>'],
  ])('stays as it is where %s', (_why, title, body) => {
    expect(takeOf(title, body)).toBe(title);
  });
});

describe('a title of two lines', () => {
  it.each([
    ['Мост в Гяндже открыт\n\nДвижение началось утром', 'Мост в Гяндже открыт. Движение началось утром'],
    ['Sponsored by\n\nNew bridge opens in Ganja', 'New bridge opens in Ganja'],
    ['New bridge opens\nin Ganja', 'New bridge opens in Ganja'],
    [
      'Мост в Гяндже снова открыт / Движение началось рано утром',
      'Мост в Гяндже снова открыт. Движение началось рано утром',
    ],
  ])('%j is %s', (title, headline) => {
    expect(take(title)).toBe(headline);
  });
});

describe('a title that only names the site', () => {
  const line = 'Мост в Гяндже открыт для всех';

  it.each(['Вестник', 'Вестник / Происшествия', 'Гянджинские новости / Происшествия'])(
    '%s gives way to the first line of the text',
    (title) => {
      expect(
        take(title, 'https://vestnik.ru/1', { text: `${line} — Происшествия — Вестник.ru\n\nДвижение началось.` }),
      ).toBe(line);
    },
  );

  it('gives way to the heading of the page', () => {
    expect(take('Vestnik', 'https://vestnik.ru/1', { html: `<h2>Мнения</h2><h1>${line}</h1>` })).toBe(line);
  });

  it('gives way to what the page shares before its headings, which may be of others', () => {
    const html = `<meta property="og:title" content="${line}"><h2>Хлеб снова подорожал в городе</h2>`;
    expect(take('Vestnik', 'https://vestnik.ru/1', { html })).toBe(line);
  });

  it('may be the news of what the site is called by', () => {
    expect(take('Ganja News', 'https://ganjaonline.az/1', { text: 'New bridge opens at last\n\nIt is long.' })).toBe(
      'New bridge opens at last',
    );
    expect(take('Good news', 'https://ganjaonline.az/1', { text: 'New bridge opens at last' })).toBe('Good news');
  });

  it('is not told by initials', () => {
    expect(take('Мост открыт трамваям', 'https://mot.az/1', { text: 'Движение по мосту началось утром' })).toBe(
      'Мост открыт трамваям',
    );
  });

  it('stays where nothing else is there', () => {
    expect(take('Вестник', 'https://vestnik.ru/1', { text: 'Город.' })).toBe('Вестник');
  });
});

describe('the title of a plain text', () => {
  it.each([
    ['Мост в Гяндже снова открытДвижение началось', 'Мост в Гяндже снова открыт. Движение началось'],
    ['Мост в Гяндже снова открыт / Записки из города', 'Мост в Гяндже снова открыт'],
    ['Мост в Гяндже снова открыт для всех', 'Мост в Гяндже снова открыт для всех'],
  ])('%s is the headline that its first lines have: %s', (title, headline) => {
    expect(take(title, '', { text: '5 мая 2026\n\nМост в Гяндже снова открыт\n\nДвижение началось утром.' })).toBe(
      headline,
    );
  });
});
