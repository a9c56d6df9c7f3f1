import { describe, expect, it } from '@jest/globals';
import { tellLanguage } from '../../../src/compose/language.ts';
import { findFault, type Source } from '../../../src/llm/find-fault.ts';
import { azerbaijani, english, goodRussian, russian } from './an-article.ts';

const judge = (answer: string, source: Source = russian) =>
  findFault(answer, source, (text) => tellLanguage(null, text));

describe('an answer that says what the article says', () => {
  it.each([
    ['ru', goodRussian, russian],
    [
      'ru, other forms of names and numbers in words',
      'Министр Велиев рассказал о мосте в Бакинской бухте: его строительство заняло 3 года. Движение грузовиков начнётся с 1 июня.',
      russian,
    ],
    [
      'az',
      'Körpünün uzunluğu 1 500 metrdir və tikintisi üç il çəkib. Nazir Rəşad Vəliyevin sözlərinə görə, ilk gün oradan 12 min avtomobil keçib.',
      azerbaijani,
    ],
    [
      'en',
      'It took three years and $2.5 million to build the bridge, which is 1,500 metres long. Minister Valiyev said that 12,000 cars crossed it on the first day.',
      english,
    ],
  ])('may be used: %s', (_what, answer, source) => {
    expect(judge(answer, source)).toBeNull();
  });
});

describe('an answer that lies', () => {
  it.each([
    ['a wrong number', goodRussian.replace('1500', '1800'), 'a number (1800)'],
    ['a wrong fraction', goodRussian.replace('2,5', '2,6'), 'a number (2.6 6)'],
    ['a wrong scale', goodRussian.replace('млн', 'млрд'), 'a number (2.5 9)'],
    ['a lost scale', goodRussian.replace('12 тысяч', '12'), 'a number (12)'],
    ['a wrong number in words', goodRussian.replace('три года', 'пять лет'), 'a number (5)'],
    ['a wrong surname', goodRussian.replace('Велиев', 'Мамедов'), 'a name (Мамедов)'],
    ['a surname alike', goodRussian.replace('Велиев', 'Великов'), 'a name (Великов)'],
    ['a wrong name at the start', `Ереван ждал этого. ${goodRussian}`, 'a name (Ереван)'],
    ['an abbreviation of its own', goodRussian.replace('Рашад', 'МЧС'), 'a name (МЧС)'],
    ['other news', 'Погода на выходных будет солнечной и тёплой, дождей синоптики пока не обещают.', 'a name (Погода)'],
    [
      'other news without names',
      'На выходных будет солнечно и тепло, дождей синоптики пока не обещают.',
      'other things',
    ],
    ['the headline again', 'В Баку открыли новый мост через бухту, новый мост.', 'the headline again'],
  ])('has a fault: %s', (_what, answer, fault) => {
    expect(judge(answer)).toContain(fault);
  });

  it.each([
    ['number', 'Nazir Rəşad Vəliyevin sözlərinə görə, ilk gün körpüdən 13 min avtomobil keçib.', 'a number (13 3)'],
    ['number in words', 'Nazir Rəşad Vəliyevin sözlərinə görə, körpünün tikintisi beş ilə başa gəlib.', 'a number (5)'],
    [
      'name',
      'Nazir Rəşad Vəlizadənin sözlərinə görə, ilk gün körpüdən 12 min avtomobil keçib.',
      'a name (Vəlizadənin)',
    ],
  ])('has a fault in Azerbaijani: %s', (_what, answer, fault) => {
    expect(judge(answer, azerbaijani)).toContain(fault);
  });

  it.each([
    ['number', 'It took three years and $2.5 billion to build the bridge, which is long.', 'a number (2.5 9)'],
    ['number in words', 'It took four years to build the bridge, which was opened to cars on Monday.', 'a number (4)'],
    [
      'name',
      'Minister Rashad Valiyeva said that 12,000 cars crossed the bridge on the first day.',
      'a name (Valiyeva)',
    ],
    ['refusal', "I'm sorry, but I cannot summarise the bridge over the harbour opened on Monday.", 'a name (I)'],
    ['introduction', 'Here is the summary: the new bridge over the harbour was opened to cars.', 'a name (Here)'],
  ])('has a fault in English: %s', (_what, answer, fault) => {
    expect(judge(answer, english)).toContain(fault);
  });
});

describe('an answer of the wrong shape', () => {
  it.each([
    ['nothing', ' \n ', 'it is empty'],
    ['too short', 'Мост открыт.', 'it has 12 characters'],
    ['too long', `${goodRussian} `.repeat(4), 'it has 567 characters'],
    ['cut off', goodRussian.slice(0, -10), 'whole sentences'],
    ['ended with an ellipsis', `${goodRussian.slice(0, -1)}…`, 'whole sentences'],
    ['begun in the middle', `${goodRussian.slice(1)}`, 'whole sentences'],
    ['bold', goodRussian.replace('1500', '**1500**'), 'markup or a link'],
    ['HTML', `<p>${goodRussian}</p>`, 'markup or a link'],
    ['a list', `- ${goodRussian}`, 'markup or a link'],
    ['a link', `${goodRussian} https://evil.example/`, 'markup or a link'],
    ['a bare address', `${goodRussian} Подробнее на haber.az.`, 'markup or a link'],
    ['an account', goodRussian.replace('Рашад', '@rashad'), 'markup or a link'],
    ['JSON', `{"summary": "${goodRussian}"}`, 'markup or a link'],
    ['hidden text', goodRussian.replace('Мост', 'Мо\u202eст'), 'markup or a link'],
    ['emoji', `🔥 ${goodRussian}`, 'markup or a link'],
    [
      'English',
      'The bridge is 1500 metres long. It took three years to build it, and 12 thousand cars.',
      'its language is en',
    ],
  ])('has a fault: %s', (_what, answer, fault) => {
    expect(judge(answer)).toContain(fault);
  });
});
