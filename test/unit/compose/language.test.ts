import { describe, expect, it } from '@jest/globals';
import { tellLanguage } from '../../../src/compose/language.ts';

describe('tellLanguage', () => {
  it.each([
    ['ru-RU', 'ru'],
    ['AZ', 'az'],
    ['en_GB', 'en'],
  ])('believes the declared %s', (stated, subtag) => {
    expect(tellLanguage(stated, 'Bu gün hava yaxşıdır, dənizdə dalğa yoxdur.')).toBe(subtag);
  });

  it.each([
    ['ru', 'Сегодня в городе открыли новый мост через реку.'],
    ['az', 'Bu gün şəhərdə çayın üzərində yeni körpü açılıb.'],
    ['tr', 'Bugün şehirde nehrin üzerinde yeni bir köprü açıldı.'],
    ['en', 'A new bridge across the river has opened in the city today.'],
  ])('detects %s', (language, text) => {
    expect(tellLanguage(null, text)).toBe(language);
  });

  it('does not take a Russian text for Azerbaijani because it names an agency', () => {
    expect(
      tellLanguage(null, 'Об открытии моста сообщило агентство AZƏRTAC, добавив, что движение уже началось.'),
    ).toBe('ru');
  });

  it.each([null, '', 'und', '!!'])('says und when it cannot be told (declared: %s)', (stated) => {
    expect(tellLanguage(stated, '12:30 — 5')).toBe('und');
  });
});
