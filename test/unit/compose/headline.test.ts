import { describe, expect, it } from '@jest/globals';
import { takeHeadline } from '../../../src/compose/headline.ts';

describe('takeHeadline', () => {
  it.each([
    ['New bridge opens in Ganja | Herald', 'https://www.herald.example/1', 'New bridge opens in Ganja'],
    ['New bridge opens in Ganja - The Herald Online', 'https://herald.co.uk/1', 'New bridge opens in Ganja'],
    ['New bridge opens in Ganja - Local - City Herald', 'https://cityherald.com/1', 'New bridge opens in Ganja'],
    ['New bridge opens in Ganja – Herald: All of the News', 'https://herald.com/1', 'New bridge opens in Ganja'],
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
    ['Мост открыт в Гяндже / 05.01.26 / Город', 'https://vestnik.info/1', 'Мост открыт в Гяндже'],
    ['Бюро новостей Гянджи | Мост в Гяндже открыт', 'https://bng.az/1', 'Мост в Гяндже открыт'],
    ['новости - Мост в Гяндже открыт', 'https://vestnik.info/1', 'Мост в Гяндже открыт'],
    ['Gəncədə yeni körpü açıldı — Carçı.az', 'https://carci.az/1', 'Gəncədə yeni körpü açıldı'],
    ['Yeni köprü açıldı - Tellal Haberleri', 'https://www.tellal.com.tr/1', 'Yeni köprü açıldı'],
  ])('leaves the site out of %s', (title, url, headline) => {
    expect(takeHeadline(title, url)).toBe(headline);
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
  ])('leaves %s as it is', (title) => {
    expect(takeHeadline(title, 'https://herald.com/1')).toBe(title);
  });
});
