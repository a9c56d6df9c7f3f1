import { describe, expect, it } from '@jest/globals';
import { summarise } from '../../../src/compose/summary.ts';

const headline = 'Новый мост открыли в Гяндже';
const news =
  'Переправа длиной шестьсот метров связала рабочие кварталы левого берега с университетом, больницей и вокзалом на правом берегу.';
const cost = 'Строительство заняло четыре года, за это время подрядчик менялся дважды, а смета выросла почти вдвое.';
const long = `Город ${'очень '.repeat(40)}доволен.`;

describe('summarise', () => {
  it('takes whole sentences from the start while they fit 280 characters', () => {
    expect(summarise([news, cost, 'Проезд по мосту останется бесплатным для всех горожан.'], headline)).toBe(
      `${news} ${cost}`,
    );
  });

  it('goes on to 420 characters when the first sentence only says the headline again', () => {
    const restated = 'В Гяндже открыли новый мост, которого ждали десять лет.';
    expect(summarise([restated, long], headline)).toBe(`${restated} ${long}`);
  });

  it.each(['Суд...', 'Горожане говорят, что они […]', 'Горожане говорят, что они…'])(
    'ends before the stump of a text that a site cut off: %s',
    (stump) => {
      expect(summarise([news, stump], headline)).toBe(news);
    },
  );

  it.each(['The man was arrested on the old bridge.', 'The old bridge near the town hall of Ganja.'])(
    'does not begin with a line that leans on a picture or a headline: %s',
    (line) => {
      const lead = 'Police have arrested a man of thirty after the fire on the old bridge in Ganja.';
      expect(summarise([line, lead], 'Arrest after the fire')).toBe(lead);
    },
  );

  it('leaves out a short line that says less of the headline than the long sentence after it, with no room for both', () => {
    const deck = 'Власти объясняют это тем, что вокзал на левом берегу ремонтируют и людям некуда деться вовсе.';
    const told = `Новый мост длиной шестьсот метров открыли в Гяндже, ${'и он связал кварталы левого берега с городом, '.repeat(3)}сказал мэр.`;
    expect(summarise([deck, told], headline)).toBe(told);
    expect(summarise([deck, 'Новый мост открыли в Гяндже утром.'], headline)).toMatch(/^Власти/);
  });

  it('does not begin with a pronoun where another beginning is near', () => {
    expect(summarise(['Она об этом не знала до утра.', news], headline)).toBe(news);
    expect(summarise(['Потом она узнала об этом от соседей.', news], headline)).toBe(news);
  });

  it.each([
    'Bu gün Gəncədə altı yüz metrlik yeni körpü istifadəyə verilib.',
    'This week the city opened a crossing of six hundred metres.',
    'Her gün binlerce insanın geçtiği yeni köprü törenle açıldı.',
  ])('does not take a day for a pronoun: %s', (first) => {
    expect(summarise([first, news], headline)).toContain(first);
  });

  it.each([
    'It has been said many times that the city needs another bridge.',
    'It took fifteen days to open the old bridge to cars again.',
  ])('does not take what points ahead for a pronoun: %s', (said) => {
    expect(summarise([said, news], headline)).toContain(said);
    expect(summarise(['It is the first bridge that the city has built.', news], headline)).toBe(news);
  });

  it('ends a long line without its mark that the next sentence leans on', () => {
    const open = 'Архитекторы и строители нового моста предупреждают горожан о скользком покрытии у левого берега';
    const next = 'Они проверили его дважды.';
    expect(summarise([open, next], headline)).toBe(`${open}. ${next}`);
  });

  it('leaves out a first sentence that says no more than the headline', () => {
    const title = 'Новый городской мост торжественно открыли жители Гянджи';
    expect(summarise([`Жители Гянджи торжественно открыли новый городской мост.`, news], title)).toBe(news);
  });

  it.each([
    ['The mayor said: "The bridge belongs to everyone who waited for it.', '"'],
    ['The mayor said: “The bridge belongs to everyone who waited for it.', '”'],
    ['Der Bürgermeister sagte: „Die Brücke gehört allen, die warteten.', '“'],
  ])('closes a quotation that the next paragraph goes on with: %s', (said, mark) => {
    expect(summarise([said, cost], headline)).toBe(said + mark);
  });

  it('sets the full stop behind the guillemets that it closes', () => {
    expect(
      summarise(['Мэр сказал: «Мост принадлежит всем, кто его ждал четыре долгих и трудных года.', cost], headline),
    ).toMatch(/трудных года»\.$/);
  });

  it.each([
    'The mayor said: "The bridge belongs to everyone." A 5\' 10" gate stays.',
    'Der Bürgermeister nennt sie „Brücke“ und öffnet sie heute.',
    'Der Bürgermeister nennt sie »Brücke« und öffnet »sie« heute.',
    'Burmistrz nazywa go „mostem" i otwiera go dzisiaj.',
    '«Мост наш», — сказал мэр на открытии в понедельник утром.',
  ])('closes no other: %s', (said) => {
    expect(summarise([said], headline)).toBe(said);
  });

  it('leaves out a standfirst that the lead says again', () => {
    const standfirst = 'Переправа связала рабочие кварталы левого берега с университетом, больницей и вокзалом.';
    expect(summarise([standfirst, news], headline)).toBe(news);
    expect(summarise([standfirst, news], 'Herald')).toBe(`${standfirst} ${news}`);
  });

  it('leaves out the end of a quotation that began before', () => {
    expect(summarise(['The bridge belongs to all who waited."', cost], headline)).toBe(
      `The bridge belongs to all who waited. ${cost}`,
    );
  });

  it('stops before a sentence that announces a list', () => {
    expect(summarise([news, 'Открыты:', cost], headline)).toBe(news);
  });

  it('cuts only a first sentence that is longer than 420 characters, at a clause, with an ellipsis', () => {
    const summary = summarise([`${'Мэр сказал, что мост нужен городу, '.repeat(20)}и уехал.`], headline);
    expect(summary.length).toBeLessThanOrEqual(420);
    expect(summary).toMatch(/\p{L}…$/u);
  });

  it.each([
    'Добрый день, дорогие читатели нашей газеты!',
    'Sabahınız xeyir, əziz oxucular!',
    'Нет, это ещё не конец истории.',
    'Xeyr, bu hekayənin sonu deyil.',
  ])('does not begin with what only opens a talk: %s', (greeting) => {
    expect(summarise([greeting, news], headline)).toBe(news);
  });

  it('ends where somebody greets', () => {
    expect(summarise([news, 'Good morning.', cost], headline)).toBe(news);
  });

  it('begins an interview with the first answer and ends before the next question', () => {
    const talk = ['— Когда откроют мост через реку?', `— ${news}`, '— А сколько он стоит?', `— ${cost}`];
    expect(summarise(talk, headline)).toBe(news);
  });

  it.each(['- Когда откроют мост через реку?', 'Q: When will the bridge open?'])(
    'ends before the first question of an interview: %s',
    (question) => {
      expect(summarise([news, question, cost], headline)).toBe(news);
    },
  );

  it('ends before a speech that nobody is said to hold', () => {
    expect(
      summarise([news, '— Мост обошёлся городу вдвое дороже.', '— И хлеб не дешевле, — сказал мэр.'], headline),
    ).toBe(news);
  });

  it('goes on with a speech that says who holds it', () => {
    const speech = '— Мост обошёлся городу вдвое дороже, — сказал мэр.';
    expect(summarise([news, speech], headline)).toBe(`${news} ${speech}`);
  });

  it('does not end with a question', () => {
    expect(summarise([news, 'Кто заплатит за новый мост?'], headline)).toBe(news);
  });

  it('begins with who said what the headline says, before what was said earlier', () => {
    const said = 'Об этом сообщил в понедельник мэр города.';
    expect(summarise([said, 'Ранее мост дважды закрывали на ремонт.', news], headline)).toMatch(said);
    expect(summarise([said, news], headline)).toBe(news);
  });

  it('does not begin with what Azerbaijani says of a sentence before', () => {
    expect(summarise(['Bunu bu gün səhər jurnalistlərə şəhərin meri deyib.', news], headline)).toBe(news);
  });

  it('goes on with a quotation that has hardly begun', () => {
    const quotation = [
      '«Мост открыт сегодня утром.',
      'Движение по нему началось сразу.',
      `Все ${'очень '.repeat(80)}рады».`,
    ];
    expect(summarise(quotation, headline)).toBe('«Мост открыт сегодня утром. Движение по нему началось сразу».');
  });

  it('says what announces a list where there is nothing else', () => {
    expect(summarise(['Зима.', 'Мы собрали советы, как платить меньше:'], headline)).toBe(
      'Мы собрали советы, как платить меньше…',
    );
  });

  it('ends a lead that a quotation follows', () => {
    const open = news.slice(0, -1);
    expect(summarise([open, `«${cost.slice(0, -1)}», — сказал мэр.`], headline)).toMatch(news);
  });

  it('is empty when there is nothing to say', () => {
    expect(summarise([], headline)).toBe('');
  });
});
