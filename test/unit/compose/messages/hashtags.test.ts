import { describe, expect, it } from '@jest/globals';
import { writeHashtags } from '../../../../src/compose/messages/hashtags.ts';

const write = (tags: readonly string[], language = 'ru', max = 10): string =>
  writeHashtags({ section: null, tags, language }, { sections: true, tags: true, max });

describe('hashtags', () => {
  it.each([
    ['политика', 'ru', '#политика'],
    ['Новый мост', 'ru', '#НовыйМост'],
    ['Нагорный Карабах – мир', 'ru', '#НагорныйКарабахМир'],
    ['iqtisadi xəbərlər', 'az', '#İqtisadiXəbərlər'],
    ['Dağlıq-Qarabağ', 'az', '#DağlıqQarabağ'],
    ['ekonomi ve iş', 'tr', '#EkonomiVeİş'],
    ['international news', 'en', '#InternationalNews'],
    ["O'Neill", 'en', '#ONeill'],
    ['COVID-19', 'en', '#COVID19'],
    ['24 февраля', 'ru', '#24Февраля'],
    ['#уже_с_решёткой', 'ru', '#УжеСРешёткой'],
    ['C++ <b>', 'en', '#CB'],
  ])('of %j in %s', (tag, language, written) => {
    expect(write([tag], language)).toBe(written);
  });

  it.each([['2024'], ['№ 5'], ['!!!'], [''], ['हिन्दी'], ['х'.repeat(51)]])('%j has none', (tag) => {
    expect(write([tag])).toBe('');
  });

  it('stand once each, whatever their case, and no more than wanted', () => {
    expect(write(['Баку', 'баку', 'мост', 'море'], 'ru', 2)).toBe('#Баку #мост');
    expect(write(['Баку'], 'ru', 0)).toBe('');
  });

  it('are made only of what is asked for, the section first', () => {
    const post = { section: 'Спорт', tags: ['футбол'], language: 'ru' };
    expect(writeHashtags(post, { sections: true, tags: true, max: 3 })).toBe('#Спорт #футбол');
    expect(writeHashtags(post, { sections: false, tags: true, max: 3 })).toBe('#футбол');
    expect(writeHashtags(post, { sections: true, tags: false, max: 3 })).toBe('#Спорт');
  });
});
