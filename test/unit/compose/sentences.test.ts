import { describe, expect, it } from '@jest/globals';
import { splitSentences } from '../../../src/compose/sentences.ts';

const keepsWhole = [
  'Академик Р.Н. Карпов приехал в клинику им. Бакулева на ул. Низами.',
  'Он родился в г. Гянджа в 1971 г. в семье врача.',
  '«Мост готов. Движение открыто!» — сказал мэр.',
  'A page titled "Open! Come in!" has ten readers.',
  '"Kim bilər?" - dedi direktor.',
  'Поезд идёт через ст. Аляты, пос. Пута и др. остановки.',
  '“Biz on il gözlədik. İndi bayramdır”, — deyə sakin bildirib.',
  '„Wir haben gewartet. Jetzt feiern wir“, sagte sie.',
  'Dr. Smith met Sen. Jones on Jan. 5 in St. Louis.',
  'The U.S. Senate voted on the bill.',
  'Prof. Dr. Ayşe Yılmaz, Sn. Demir ile görüştü.',
  'Подробности на стр. 19 августовского номера.',
  'Die Wahl findet am 28. November statt.',
  'Auch am 10. Spieltag der Liga gab es Streit.',
  'В 16 час. 05 мин. в шахте случился обвал.',
];

describe('splitSentences', () => {
  it.each(keepsWhole)('keeps whole: %s', (sentence) => {
    expect(splitSentences(sentence)).toEqual([sentence]);
  });

  it.each([
    ['Мост открыли в 2024 г. В городе праздник.', ['Мост открыли в 2024 г.', 'В городе праздник.']],
    ['Qapılar açıldı. Hamı içəri keçdi.', ['Qapılar açıldı.', 'Hamı içəri keçdi.']],
    ['He lives in the U.S. The city is small.', ['He lives in the U.S.', 'The city is small.']],
    ['Она сказала „да“. Он кивнул.', ['Она сказала „да“.', 'Он кивнул.']],
    ['He said “no”. She nodded.', ['He said “no”.', 'She nodded.']],
    ['Мост закрыли год назад. 19 августа его откроют.', ['Мост закрыли год назад.', '19 августа его откроют.']],
    ['Yol bağlanıb. 20 dekabrda açılacaq.', ['Yol bağlanıb.', '20 dekabrda açılacaq.']],
    ['Что случилось? Никто не знает!', ['Что случилось?', 'Никто не знает!']],
  ])('divides: %s', (paragraph, sentences) => {
    expect(splitSentences(paragraph)).toEqual(sentences);
  });
});
