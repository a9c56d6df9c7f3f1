import { describe, expect, it } from '@jest/globals';
import { isSameWord } from '../../../src/llm/same-word.ts';

describe('forms of a name', () => {
  it.each([
    ['ru', 'москва', 'москвой'],
    ['ru', 'иран', 'ирана'],
    ['ru', 'российский', 'российскими'],
    ['ru', 'мария', 'марии'],
    ['az', 'baki', 'bakidakilardan'],
    ['az', 'azərbaycan', 'azərbaycanin'],
    ['az', 'bakidan', 'bakinin'],
    ['tr', 'ankara', 'ankaranin'],
    ['en', 'russia', 'russian'],
    ['en', 'american', 'americans'],
  ])('%s: %s, %s', (language, one, other) => {
    expect([isSameWord(one, other, language), isSameWord(other, one, language)]).toEqual([true, true]);
  });

  it.each([
    ['ru', 'алиев', 'алимов'],
    ['ru', 'алиев', 'алия'],
    ['ru', 'иран', 'ирак'],
    ['ru', 'иванов', 'иваненко'],
    ['ru', 'петров', 'петровский'],
    ['az', 'əli', 'əliyev'],
    ['az', 'həsən', 'həsənov'],
    ['en', 'iran', 'iraq'],
    ['en', 'john', 'johnson'],
  ])('%s: not %s, %s', (language, one, other) => {
    expect([isSameWord(one, other, language), isSameWord(other, one, language)]).toEqual([false, false]);
  });
});
