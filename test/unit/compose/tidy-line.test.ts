import { describe, expect, it } from '@jest/globals';
import { tidyLine } from '../../../src/compose/tidy-line.ts';

const headline = 'A new bridge has opened in Ganja';
const lead = 'Traffic began on Monday morning and is free for all.';

describe('tidyLine', () => {
  it.each([
    ['a caption with its photographer', `The bridge at dawn. (Anna Belova/Reuters) ${lead}`, lead],
    ['a caption with two credits', `Anna Bell cries. (Ivan Roe/Pool via AP) (Photo: The Herald) ${lead}`, lead],
    ['a caption with its paper', `Anna Bell said it. It was long. (The City Post) ${lead}`, lead],
    ['a widget and the scrap before it', `Scenes from the bri Sign here + Subscribe ${lead}`, lead],
    ['a counter', '0В понедельник началось движение.', 'В понедельник началось движение.'],
    ['the headline at its head', `${headline} | ${lead}`, lead],
    ['the headline and the labels glued to it', `Herald NewsBridges${headline}`, ''],
    ['the headline after a label', `Bridges ${headline} ${lead}`, lead],
    ['a label at the end', `${lead} VİDEO`, lead],
    ['what an agency calls its news', 'AZƏRTAC XƏBƏR VERİR: Körpü açıldı.', 'Körpü açıldı.'],
    ['the end of a cell', `${lead} |`, lead],
    ['an agency glued to the end', `${lead}ИА REGNUM`, lead],
    ['a note to subscribers', `(UPDATED with full story) ${lead}`, lead],
    [
      'the credit of a picture ahead of the lead',
      `Фото с сайта herald.example - ${'Мост открыт для машин и людей, сообщили сегодня в мэрии нашего города.'}`,
      'Мост открыт для машин и людей, сообщили сегодня в мэрии нашего города.',
    ],
    [
      'not the headline that a sentence goes on from',
      `${headline}, 5 May says the mayor.`,
      `${headline}, 5 May says the mayor.`,
    ],
    ['who translated', 'Мост готов, пишет газета (здесь и далее перевод Вестника.ру).', 'Мост готов, пишет газета.'],
    ['the title of a window', `${headline} — City — The Herald — Ganja`, ''],
    ['what kind of text it is', `Summary: ${lead}`, lead],
    ['when it was published', `2026-05-05T10:00:00+04:00 ${lead}`, lead],
    [
      'a missing space before a quotation',
      'Мост готов.«Все рады», - сказал он.',
      'Мост готов. «Все рады», - сказал он.',
    ],
    ['one before a straight mark', 'Мост готов."Все рады", - сказал он.', 'Мост готов. "Все рады", - сказал он.'],
    ['one behind a straight mark', '"Мост готов."Все рады.', '"Мост готов." Все рады.'],
    ['a mark that opens where it should close', '«Мост готов«, - сказал он.', '«Мост готов», - сказал он.'],
    ['marks of two kinds', '"Körpü hazırdır”, - dedi.', '“Körpü hazırdır”, - dedi.'],
    ['labels after a dash', 'Traffic began – FOTO/VİDEO', 'Traffic began'],
    ['who speaks', `Anchor: ${lead}`, lead],
    ['where somebody stands', 'The mayor (pictured) began.', 'The mayor began.'],
    ['where somebody stands, in Russian', 'Мэр (на фото - в шляпе) приехал.', 'Мэр приехал.'],
    [
      'the end of a character reference that is none',
      'R&D; and AT&T;, too: A&M.; Ask.',
      'R&D and AT&T, too: A&M. Ask.',
    ],
    ['a caption said twice', `Fans cheer. (Reuters) Fans cheer. (Reuters) ${lead}`, lead],
    ['when a text was added to', `UPD: 14:20 ${lead}`, lead],
    ['what an agency says to its subscribers', `(Updates with traffic in the second paragraph.) ${lead}`, lead],
    ['that a text was added to', `Updated | ${lead}`, lead],
    ['who wrote it', `By Anna Belova: ${lead}`, lead],
    ['the mark of a list', `• ${lead}`, lead],
    ['who answers', `A: ${lead}`, lead],
    ['the space before an end mark', 'Мост открыт (фото).', 'Мост открыт.'],
    ['the space before a genitive', "Ganja 's bridge is open.", "Ganja's bridge is open."],
    ['one of two full stops', 'Traffic began.. It went on..', 'Traffic began. It went on.'],
    ['a mark of pictures', 'Traffic began (PHOTOS) on Monday.', 'Traffic began on Monday.'],
  ])('takes away %s', (_, line, tidy) => {
    expect(tidyLine(line, headline)).toBe(tidy);
  });

  it.each([
    ['Мост открыли утром.По нему поехали автобусы.', 'Мост открыли утром. По нему поехали автобусы.'],
    ['Мост открыли утром.В городе праздник.', 'Мост открыли утром. В городе праздник.'],
    ['Портал Вестник.Ру пишет о мосте.', 'Портал Вестник.Ру пишет о мосте.'],
  ])('parts glued sentences: %s', (line, tidy) => {
    expect(tidyLine(line, headline)).toBe(tidy);
  });

  it.each([
    ['Лента новостейПо мосту поехали автобусы.', 'По мосту поехали автобусы.'],
    ['В «МегаФоне» рассказали, что На мосту есть связь.', 'В «МегаФоне» рассказали, что На мосту есть связь.'],
  ])('parts a rubric that is glued to the lead: %s', (line, tidy) => {
    expect(tidyLine(line, headline)).toBe(tidy);
  });

  it('takes away the headline in other quotation marks', () => {
    expect(tidyLine(`“It’s open” says mayor | ${lead}`, '"It\'s open" says mayor')).toBe(lead);
  });

  it.each([
    ['what only looks like a place', 'The bread (left over from Monday) was sold.'],
    ['a sentence that begins with the words of the headline', `${headline} after four years of work.`],
    ['a sentence that the headline is part of', `Today ${headline} Bell and Anna Belova.`],
    ['a caption that says so', `Photos: ${headline} ${lead}`],
    ['what an agency reports', 'The bridge has opened. (It took four years.) Traffic began.'],
  ])('leaves alone %s', (_, line) => {
    expect(tidyLine(line, headline)).toBe(line);
  });
});
