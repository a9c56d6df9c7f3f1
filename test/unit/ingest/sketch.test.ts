import { describe, expect, it } from '@jest/globals';
import { areAlike, type Sketch, sketchText } from '../../../src/ingest/sketch.ts';

const sentences = [
  'В Шеки открыли новую библиотеку, под которую перестроили старую шелкомотальную фабрику на берегу реки.',
  'Первыми в зал пришли школьники из трёх соседних сёл, для которых заранее отложили книги по списку.',
  'На первом этаже устроили читальный зал с высокими окнами, на втором собрали редкие издания из частных собраний.',
  'Строители сохранили кирпичные стены и чугунную лестницу, а крышу пришлось сложить заново из местной черепицы.',
  'Директор библиотеки рассказала, что половину книг подарили сами жители, а остальные привезли из столичных хранилищ.',
  'Летом во дворе будут показывать кино, зимой откроют мастерскую переплётчика и курсы старой азбуки.',
  'Вход для всех свободный, а записаться можно прямо у дверей, если взять с собой любой документ.',
  'Автобус от вокзала ходит каждый час и останавливается у самых ворот, рядом со старым чинаром.',
];
const long = sentences.join(' ');
const sketch = (text: string): Sketch => {
  const made = sketchText(text);
  if (made === null) throw new Error('too short');
  return made;
};
const alike = (one: string, other: string): boolean => areAlike(sketch(one), sketch(other));

describe('the sketch of a text', () => {
  it.each([
    ['the same text', long],
    ['other white space', long.replaceAll(' ', ' \n ')],
    ['a typo mended', long.replace('шелкомотальную', 'шёлкомотальную')],
    ['an agency before it', `ШЕКИ, корреспондент агентства передаёт. ${long}`],
    ['a paragraph added', `${long} Мэр города поблагодарил строителей и обещал, что к осени откроют и соседний сквер.`],
    ['a paragraph moved', [...sentences.slice(4), ...sentences.slice(0, 4)].join(' ')],
    ['a fifth cut off', sentences.slice(0, 6).join(' ')],
  ])('is alike after an edit: %s', (_what, edited) => {
    expect(alike(long, edited)).toBe(true);
  });

  it('is not alike for another story with the same headline words', () => {
    const other = sentences.map((sentence) => sentence.split(' ').reverse().join(' ')).join(' ');
    expect(alike(long, other)).toBe(false);
  });

  it('is not alike for a notice that has the same words and other numbers every day', () => {
    const notice = (rates: readonly number[]): string =>
      `Центральный банк объявил курсы на завтра. Доллар стоит ${rates[0]} маната, евро ${rates[1]} маната, рубль ${rates[2]} ` +
      `маната, лира ${rates[3]} маната. Курсы действуют для банков и обменных пунктов во всех районах страны, ` +
      `а пересчёт налогов и пошлин делается по курсу на день подачи бумаг. ${sentences[4]} ${sentences[5]}`;
    expect(alike(notice([17, 18, 21, 48]), notice([17, 19, 22, 47]))).toBe(false);
    expect(alike(notice([17, 18, 21, 48]), notice([17, 18, 21, 48]))).toBe(true);
  });

  it('is not alike when a text as long has a number more', () => {
    const school = (numbers: string): string => `${numbers} ${long}`;
    expect(alike(school('Школа 1'), school('Школа 41 класс 1'))).toBe(false);
    expect(alike(school('Школа 1'), `${school('Школа 1')} ${sentences.slice(0, 2).join(' 7 ').toUpperCase()}`)).toBe(
      true,
    );
  });

  it('asks more of short texts', () => {
    const [first = '', second = '', third = ''] = sentences;
    const short = `${first} ${second} ${third}`;
    expect(alike(short, short.replace('трёх', 'четырёх'))).toBe(true);
    expect(alike(short, `${first} ${second} ${sentences[3]}`)).toBe(false);
  });

  it('is none for a text of a sentence or two', () => {
    expect(sketchText(`${sentences[0]} ${sentences[7]}`)).toBeNull();
    expect(sketchText('')).toBeNull();
  });

  it('is always the same', () => {
    expect(sketchText(long)).toEqual(sketchText(long));
    expect(sketch(long).signature).toMatch(/^[0-9a-f]{512}$/);
  });
});
