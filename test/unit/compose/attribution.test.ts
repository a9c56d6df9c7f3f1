import { describe, expect, it } from '@jest/globals';
import { readSourceLine, sayNewsFirst, takeAttribution } from '../../../src/compose/attribution.ts';

describe('takeAttribution', () => {
  it.each([
    ['Как сообщает АЗЕРТАДЖ, в Гяндже открылась новая школа.', 'В Гяндже открылась новая школа.', 'АЗЕРТАДЖ'],
    ['Как передаёт агентство «Заря» со ссылкой на мэрию, школа готова.', 'Школа готова.', 'Заря'],
    ['В Гяндже открылась новая школа, сообщает Trend.', 'В Гяндже открылась новая школа.', 'Trend'],
    ['AZƏRTAC xəbər verir ki, Gəncədə yeni məktəb açılıb.', 'Gəncədə yeni məktəb açılıb.', 'AZƏRTAC'],
    ['"Carçı.Az" APA-ya istinadən məlumat verir ki, yeni məktəb açılıb.', 'Yeni məktəb açılıb.', 'APA'],
    ['Carçı.az “APA”ya istinadən xəbər verir ki, yeni məktəb açılıb.', 'Yeni məktəb açılıb.', 'APA'],
    ['Nazirliyə istinadən APA xəbər verir ki, yeni məktəb açılıb.', 'Yeni məktəb açılıb.', 'APA'],
    ["Anadolu Ajansı'nın haberine göre, yeni okul bu sabah açıldı.", 'Yeni okul bu sabah açıldı.', 'Anadolu Ajansı'],
    ['"APA"nın Qərb bürosu xəbər verir ki, yeni məktəb açılıb.', 'Yeni məktəb açılıb.', 'APA'],
    ['Trend xəbər verir ki, idman zalı hazırdır.', 'İdman zalı hazırdır.', 'Trend'],
    ["Anadolu Ajansı'nın haberine göre, ihale bu sabah yapıldı.", 'İhale bu sabah yapıldı.', 'Anadolu Ajansı'],
    ['Məktəb bu gün açılıb, Trend nazirliyə istinadən xəbər verir.', 'Məktəb bu gün açılıb.', 'Trend'],
    ['Bu barədə AZƏRTAC-a məktəbdən məlumat verilib.', 'Bu barədə məktəbdən məlumat verilib.', 'AZƏRTAC'],
    ['Bu barədə “APA”ya məktəbdən məlumat verilib.', 'Bu barədə məktəbdən məlumat verilib.', 'APA'],
    ['Reuters reports that the new school has opened.', 'The new school has opened.', 'Reuters'],
    [
      'The new school has opened in the old town, Reuters reports.',
      'The new school has opened in the old town.',
      'Reuters',
    ],
  ])('%s', (sentence, text, credit) => {
    expect(takeAttribution(sentence)).toEqual({ text, credit });
  });

  it.each([
    'Об этом сообщает АЗЕРТАДЖ.',
    'Bu barədə AZƏRTAC xəbər verir.',
    'Об этом сообщает Trend со ссылкой на министерство.',
    'Об этом в понедельник, 25 мая, сообщает «Интерфакс» со ссылкой на мэрию.',
    'Об этом 25 мая сообщает ТАСС.',
  ])('leaves nothing of a sentence that only names the agency: %s', (sentence) => {
    expect(takeAttribution(sentence).text).toBe('');
  });

  it.each([
    'Новую школу открыли в понедельник, передает корреспондент ИА REGNUM.',
    'Новую школу открыли в понедельник, передает корреспондент ИА REGNUM с места события.',
  ])('takes the correspondent of an agency with it: %s', (sentence) => {
    expect(takeAttribution(sentence)).toEqual({ text: 'Новую школу открыли в понедельник.', credit: 'ИА REGNUM' });
  });

  it('leaves nothing of a sentence that only announces details', () => {
    expect(takeAttribution('Подробности сообщает АЗЕРТАДЖ.')).toEqual({ text: '', credit: 'АЗЕРТАДЖ' });
  });

  it('keeps who told a paper, and does not credit it by a name with another ending', () => {
    const sentence = 'Как сообщили «Городской газете» в полиции, школа открыта.';
    expect(takeAttribution(sentence)).toEqual({ text: sentence, credit: null });
  });

  it('keeps a sentence that names a source which the next one may lean on, and takes the credit', () => {
    const sentence = 'Об этом сообщает «Интерфакс» со ссылкой на источник в мэрии.';
    expect(takeAttribution(sentence)).toEqual({ text: sentence, credit: 'Интерфакс' });
  });

  it('takes the credit, and no more, where the reporter of an agency was told', () => {
    const sentence = 'Başkan, AA muhabirine, okulun açıldığını söyledi.';
    expect(takeAttribution(sentence)).toEqual({ text: sentence, credit: 'AA' });
  });

  it('takes the signature from the end of a sentence', () => {
    expect(takeAttribution('Yeni okul bu sabah açıldı. (DHA)')).toEqual({
      text: 'Yeni okul bu sabah açıldı.',
      credit: 'DHA',
    });
  });

  it.each([
    [
      'Как сообщает министерство образования, школа открылась в понедельник.',
      'Школа открылась в понедельник, сообщает министерство образования.',
    ],
    ['Как сообщили в мэрии, школа открылась в понедельник.', 'Школа открылась в понедельник, сообщили в мэрии.'],
  ])('is kept as it is, or says after the news who told it: %s', (sentence, text) => {
    expect(takeAttribution(sentence)).toEqual({ text: sentence, credit: null });
    expect(sayNewsFirst(sentence)).toBe(text);
  });

  it.each([
    'Как сообщил директор, школа открыта: в ней 500 мест.',
    'Школа открылась в понедельник, сообщил министр.',
    'The school has opened, the mayor said.',
  ])('keeps a source that is part of the news: %s', (sentence) => {
    expect(takeAttribution(sentence)).toEqual({ text: sentence, credit: null });
  });
});

describe('readSourceLine', () => {
  it.each([
    ['Источник: АЗЕРТАДЖ', 'АЗЕРТАДЖ'],
    ['Mənbə: APA', 'APA'],
    ['Source: the ministry', null],
    ['Мост открыт.', null],
  ])('%s', (line, credit) => {
    expect(readSourceLine(line)).toBe(credit);
  });
});
