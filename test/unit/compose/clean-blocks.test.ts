import { describe, expect, it } from '@jest/globals';
import { cleanBlocks } from '../../../src/compose/clean-blocks.ts';

const headline = 'Новый мост через реку открыли в Гяндже';
const lead = 'Мост длиной 600 метров связал два берега, движение по нему началось в понедельник утром.';

const clean = (lines: readonly string[], heading: readonly boolean[] = []): readonly string[] =>
  cleanBlocks(
    lines.map((text, at) => ({ text, heading: heading[at] ?? false, linked: 0 })),
    { headline, repeatedLines: new Set(), standfirst: true },
  ).sentences;

describe('cleanBlocks', () => {
  it('takes a long heading with a full stop for a lead', () => {
    expect(clean([lead, 'Проезд бесплатный для всех.'], [true])).toEqual([lead, 'Проезд бесплатный для всех.']);
  });

  it('leaves out other headings', () => {
    expect(clean(['Как строили мост, который все ждали и которого никто уже не ждал', lead], [true])).toEqual([lead]);
  });

  it('leaves out the title of the page with its rubrics', () => {
    expect(clean(['За год построен мост — Общество — Новости — Гянджа на сайте Herald', lead])).toEqual([lead]);
  });

  it('leaves out a first line that the lead says at length', () => {
    expect(clean(['Новый мост длиной 600 метров связал берега', lead])).toEqual([lead]);
  });

  it('keeps that line where the headline tells nothing of the news', () => {
    const title = 'Два берега с понедельника связал мост длиной 600 метров';
    const { sentences } = cleanBlocks(
      [title, lead].map((text) => ({ text, heading: false, linked: 0 })),
      { headline: 'Herald', repeatedLines: new Set(), standfirst: true },
    );
    expect(sentences).toEqual([`${title}.`, lead]);
  });

  it('leaves out a first line that the lead says at length under a headline of other words', () => {
    const { sentences } = cleanBlocks(
      ['Два берега связал мост длиной 600 метров', lead].map((text) => ({ text, heading: false, linked: 0 })),
      { headline: 'Гянджа ждала этого праздника десять лет', repeatedLines: new Set(), standfirst: true },
    );
    expect(sentences).toEqual([lead]);
  });

  it('leaves out a line of headlines with a quotation set against the next', () => {
    expect(clean(["Mayor calls the old tunnel 'a disgrace'Is our bread getting dearer", lead])).toEqual([lead]);
    expect(clean(["Who dug the tunnel?Mayor, council 'to blame ME'Questions over our bread", lead])).toEqual([lead]);
  });

  it('leaves out headlines of other articles that are set without a space between them', () => {
    expect(clean(['Mayor resigns over a new tunnelBakers on strikeWhy is bread dear?', lead])).toEqual([lead]);
  });

  it.each(['1. Закройте на ночь окна во всех комнатах.', 'Баку: +12…+15, ветер северный, 5–7 м/с, ночью дождь'])(
    'leaves out what belongs to a list: %s',
    (line) => {
      expect(clean([lead, line])).toEqual([lead]);
    },
  );

  it('keeps a date at the start of a sentence', () => {
    const sentence = '1. Mai ist ein Feiertag in der Stadt Gandscha.';
    expect(clean([lead, sentence])).toEqual([lead, sentence]);
  });

  it('leaves out what stands before the author in a page, but for headings', () => {
    const standfirst = 'Переправу, которую город ждал десять лет, открыл новый мэр Гянджи.';
    const blocks = [
      'Мэр, который открыл мост в понедельник.',
      standfirst,
      'By Anna Belova',
      lead,
      lead,
      lead,
      lead,
    ].map((text) => ({
      text: `${text}${text === lead ? ' Проезд бесплатный для всех, кто живёт в городе.' : ''}`,
      heading: text === standfirst,
      linked: 0,
    }));
    const said = (asGiven: boolean) =>
      cleanBlocks(blocks, { headline, repeatedLines: new Set(), standfirst: asGiven }).sentences.join(' ');
    expect(said(false)).not.toContain('Мэр, который');
    expect(said(false)).toContain(standfirst);
    expect(said(true)).toContain('Мэр, который');
  });

  it('leaves out the cells of a table', () => {
    expect(clean([lead, '3 tackles (3 combined).'])).toEqual([lead]);
  });

  it('keeps a sentence of links that is not wholly a link', () => {
    const cost = 'Строительство заняло четыре года и обошлось городу в сто миллионов.';
    const blocks = [
      { text: lead, heading: false, linked: 0.7 },
      { text: `Ещё о мосте: ${lead}`, heading: false, linked: 1 },
      { text: cost, heading: false, linked: 0 },
    ];
    const { sentences } = cleanBlocks(blocks, { headline, repeatedLines: new Set(), standfirst: true });
    expect(sentences).toEqual([lead, cost]);
  });

  describe('above the headline that a text repeats', () => {
    it.each(['Город, который строит!', 'Ana səhifə / Cəmiyyət', 'Мэр у моста. Из открытых источников.'])(
      'leaves out what the page says: %s',
      (line) => {
        expect(clean([line, headline, lead])).toEqual([lead]);
      },
    );

    it('keeps a lead', () => {
      const first =
        'Новый мост через реку, которого ждали в Гяндже, открыл в понедельник утром мэр, и по нему уже едут.';
      expect(clean([first, headline, lead])).toEqual([first, lead]);
    });

    it('keeps everything where nothing follows', () => {
      expect(clean([lead, headline])).toEqual([lead]);
    });
  });

  it('leaves out who speaks in a transcript', () => {
    const talk = [`Анна Белова: ${lead}`, 'И. МАМЕДОВ: Проезд по нему бесплатный для всех.'];
    expect(clean(talk)).toEqual([lead, 'Проезд по нему бесплатный для всех.']);
  });

  it('keeps a name with a colon where nobody else speaks', () => {
    expect(clean([`Анна Белова: ${lead}`])).toEqual([`Анна Белова: ${lead}`]);
  });

  it('takes a line after a date for a standfirst', () => {
    const standfirst = 'Переправа связала рабочие кварталы левого берега с больницей и вокзалом';
    expect(clean(['Опубликовано: 5 мая 2026, 03:01 мск', standfirst, 'Движение началось утром.'])).toContain(
      `${standfirst}.`,
    );
  });

  it('takes the first of several headlines for no standfirst', () => {
    const others = [
      'Пекари двух берегов договорились о цене хлеба до самой весны',
      'Трамвай вернётся на проспект Низами сразу после ремонта путей',
    ];
    expect(clean([...others, lead])).not.toContain(`${others[0]}.`);
  });

  it('leaves out a first line in capitals: a title', () => {
    expect(clean(['ЖИТЕЛИ ДВУХ БЕРЕГОВ ЖДАЛИ ЭТОГО УТРА ДОЛГИХ ДЕСЯТЬ ЛЕТ', lead])).toEqual([lead]);
  });

  it.each([
    ['Хлеб подорожал', '10:20', 'Гроза прошла', '10:05', 'Ночью похолодает', '09:50'],
    ['10:20', 'Хлеб подорожал', '10:05', 'Гроза прошла мимо города и всех пригородов'],
  ])('leaves out other headlines with a time between each two: %s, %s, %s', (...ribbon) => {
    expect(clean([...ribbon, lead])).toEqual([lead]);
  });

  it('begins at the dateline where what stands above tells nothing of the headline', () => {
    const lines = ['Anna Bell is the city’s poet and has written forty books of verse.', `BAKU, May 5 - ${lead}`];
    expect(clean(lines)).toEqual([lead]);
    const standfirst = 'Новый мост через реку связал берега, которых не связывало ничего.';
    expect(clean([standfirst, `БАКУ, 5 мая - ${lead}`])).toEqual([standfirst, lead]);
  });

  it('keeps a lead with a date in it whose end somebody left open', () => {
    const open = 'Движение по нему открыли для машин и людей. Троллейбусы пойдут с 1 сентября';
    expect(clean([open, lead])[0]).toBe('Движение по нему открыли для машин и людей.');
  });

  it('leaves out a first line without its full stop that says less of the headline than the lead', () => {
    const told = 'The new bridge over the river has opened in Ganja and the first cars have crossed it.';
    const found = (line: string): readonly string[] =>
      cleanBlocks(
        [line, told].map((text) => ({ text, heading: false, linked: 0 })),
        { headline: 'New bridge opens over the river in Ganja', repeatedLines: new Set(), standfirst: true },
      ).sentences;
    expect(found('Hundreds of people are expected to come to the banks on Sunday')).toEqual([told]);
    expect(found('Mayor calls the new bridge over the river in Ganja the longest of all')).toHaveLength(2);
  });

  it('leaves out a row of figures, however long', () => {
    expect(clean([lead, '1 гол, 2 паса, 3 удара, 4 угловых, 5 фолов. 2 гола, 1 пас.'])).toEqual([lead]);
  });

  it('keeps a sentence with a date and figures in it', () => {
    const crash = '12 мая 2026 года в 10:15 на 5-м километре трассы столкнулись 2 автомобиля.';
    expect(clean([crash, lead])).toEqual([crash, lead]);
  });

  it('leaves out above what a caption says below', () => {
    const shown = 'Рыбаки смотрят на мост с левого берега реки.';
    expect(clean([shown, `${shown} Photo by Anna Bell.`, lead])).toEqual([lead]);
  });

  it('keeps a chronicle, which has a time before each line', () => {
    const said = clean([`10:05 ${lead}`, '10:20 По мосту прошёл первый автобус, в нём ехали строители.']);
    expect(said).toHaveLength(2);
  });

  it('leaves out a feed of other news, each with its time', () => {
    const feed = ['05.05 10:20 Хлеб подорожал на всех рынках. Пекари ждут', '05.05 10:05 Гроза прошла мимо города!'];
    expect(clean([...feed, lead])).toEqual([lead]);
  });

  it('reads no further than it must, and ends with a sentence', () => {
    expect(clean([`${lead} `.repeat(200)])).toEqual([lead]);
  });

  it('leaves out a teaser that breaks off where the lead goes on', () => {
    expect(clean(['Мост длиной 600 метров связал два берега,...', lead])).toEqual([lead]);
  });

  it.each([
    'We and our partners store and access information on a device.',
    'Продолжая пользоваться сайтом, вы соглашаетесь с нашими правилами.',
    'ANNA BELOVA / HERALD DAILY Crews begin work at the bridge on Monday.',
    'The bridge is seen from the bank. (Anna Belova)',
    'The bridge is seen from the bank. (Anna Belova / Herald Daily)',
    'The bridge is seen from the bank. (Anna Belova/Herald via AP, file)',
    'The mayor poses with the engineer in this undated photo.',
    'Comments are moderated and may not appear at once.',
  ])('leaves out what stands around an article: %s', (line) => {
    expect(clean([line, lead])).toEqual([lead]);
  });
});
