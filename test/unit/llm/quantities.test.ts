import { describe, expect, it } from '@jest/globals';
import { listQuantities } from '../../../src/llm/quantities.ts';

describe('the numbers of a text', () => {
  it.each([
    ['1 500, 1\u00a0500, 1,500 и 1.500 метров', 'ru', ['1500', '1500', '1500', '1500']],
    ['12 345 678,9 рубля', 'ru', ['12345678.9']],
    ['в 2023 150 человек', 'ru', ['2023', '150']],
    ['2,5 млн и 2.5 миллиона', 'ru', ['2.5 6', '2.5 6']],
    ['пять миллионов, двое, трёхсот', 'ru', ['5 6', '2', '300']],
    ['10-15 тысяч', 'ru', ['10', '15 3']],
    ['рост на 5%, на 7,1 процента', 'ru', ['5 %', '7.1 %']],
    ['28.04.2024 в 23:51, счёт 2:1', 'ru', ['28.04.2024', '23:51', '2:1']],
    ['COVID-19 и G20', 'ru', ['19', '20']],
    ['beş milyon, on iki, 3 milyard', 'az', ['5 6', '10', '2', '3 9']],
    ['$5bn and two thousand', 'en', ['5 9', '2 3']],
    ['семья и стол', 'ru', []],
  ])('%s', (text, language, quantities) => {
    expect(listQuantities(text, language)).toEqual(quantities);
  });
});
