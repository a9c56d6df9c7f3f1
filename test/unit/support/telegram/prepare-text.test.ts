import { describe, expect, it } from '@jest/globals';
import { findFirstUrl } from '../../../support/telegram/find-links.ts';
import type { Entity } from '../../../support/telegram/port.ts';
import { countSigns, prepareText } from '../../../support/telegram/prepare-text.ts';

const prepare = (text: string, ...entities: readonly Entity[]): ReturnType<typeof prepareText> =>
  prepareText({ text, entities });

const bold = (offset: number, length: number): Entity => ({ type: 'bold', offset, length });

describe('the text that Telegram keeps', () => {
  it('has no white space around it', () => {
    expect(prepare(' \n Хəбər \n\n').text).toBe('Хəбər');
  });

  it('keeps white space that a link covers, and drops what lies before', () => {
    const link = { type: 'text_link', url: 'https://a.az/', offset: 2, length: 3 };
    expect(prepare('   read', link)).toEqual({ text: ' read', entities: [{ ...link, offset: 0 }] });
  });

  it('shrinks a style to the visible text', () => {
    expect(prepare(' \nnow  ', bold(0, 7))).toEqual({ text: 'now', entities: [bold(0, 3)] });
  });

  it('has spaces for control signs, and no direction or line separators', () => {
    expect(prepare('a\tb\u2028\rc\u202ed', bold(4, 2))).toEqual({ text: 'a bcd', entities: [bold(3, 1)] });
  });

  it('joins one style that touches itself, and forgets styles inside code', () => {
    const code = { type: 'code', offset: 4, length: 4 };
    expect(prepare('onetcode', bold(0, 2), bold(2, 2), code, bold(5, 1)).entities).toEqual([bold(0, 4), code]);
  });

  it('is empty when nothing visible was sent', () => {
    expect(prepare(' \n\t').text).toBe('');
  });

  it('is counted in code points', () => {
    expect(countSigns('😀я')).toBe(2);
  });
});

describe('links in plain sight', () => {
  it('are found without the marks around them', () => {
    const text = 'Oxu: https://a.az/x?y=1. Пишите на desk@a.az, #Баку @herald_ru (newsroom.example)';
    const found = prepare(text).entities.map((each) => [each.type, text.slice(each.offset, each.offset + each.length)]);
    expect(found).toEqual([
      ['url', 'https://a.az/x?y=1'],
      ['email', 'desk@a.az'],
      ['hashtag', '#Баку'],
      ['mention', '@herald_ru'],
      ['url', 'newsroom.example'],
    ]);
  });

  it('are not looked for inside a link or code', () => {
    const link = { type: 'text_link', url: 'https://b.az/', offset: 0, length: 12 };
    expect(prepare('https://a.az', link).entities).toEqual([link]);
  });

  it('give the page that is previewed', () => {
    expect(findFirstUrl(prepare('read a.az/1 and b.az'))).toBe('http://a.az/1');
    expect(findFirstUrl(prepare('no link at all'))).toBeNull();
  });
});
