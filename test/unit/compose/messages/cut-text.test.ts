import { describe, expect, it } from '@jest/globals';
import { cutAtSentence, cutAtWord } from '../../../../src/compose/messages/cut-text.ts';

describe('cutting at a word', () => {
  it('leaves what fits', () => {
    expect(cutAtWord('Yeni körpü açıldı', 17)).toBe('Yeni körpü açıldı');
  });

  it('ends at the last whole word, without its comma', () => {
    expect(cutAtWord('Yeni körpü, nəhayət, açıldı', 20)).toBe('Yeni körpü…');
    expect(cutAtWord('Yeni körpü, nəhayət, açıldı', 21)).toBe('Yeni körpü, nəhayət…');
  });

  it('never cuts inside a grapheme', () => {
    const family = '👩‍👩‍👧‍👦';
    for (let room = 0; room < 40; room++) {
      const kept = cutAtWord(`${family}${family}👍🏽👍🏽🇦🇿🇦🇿é́`, room);
      expect(kept.length).toBeLessThanOrEqual(room);
      expect(kept).toMatch(/^(👩‍👩‍👧‍👦)*(👍🏽)*(🇦🇿)*…?$/u);
    }
  });

  it('keeps nothing where there is no room', () => {
    expect(cutAtWord('слово', 1)).toBe('');
    expect(cutAtWord('слово', -3)).toBe('');
  });
});

describe('cutting at a sentence', () => {
  it('keeps the whole sentences that fit', () => {
    expect(cutAtSentence('Körpü açıldı. Nazir çıxış etdi, sonra suallara cavab verdi. Hamı evə getdi.', 65)).toBe(
      'Körpü açıldı. Nazir çıxış etdi, sonra suallara cavab verdi.',
    );
  });

  it('cuts at a word where sentences would leave too little', () => {
    expect(cutAtSentence('Да. Потом министр долго говорил о новом большом мосте.', 42)).toBe(
      'Да. Потом министр долго говорил о новом…',
    );
  });

  it('keeps nothing where only a few words would be left', () => {
    expect(cutAtSentence('Слово сказано, и дело сделано. Все довольны, кроме одного.', 39)).toBe('');
    expect(cutAtSentence('Слово. Дело.', 0)).toBe('');
  });
});
