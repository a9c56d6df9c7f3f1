import { describe, expect, it } from '@jest/globals';
import { toHeadline, toPlainText } from '../../../src/compose/plain-text.ts';

describe('toHeadline', () => {
  it('decodes what is clearly an entity and leaves the rest', () => {
    expect(toHeadline('AT&amp;T &laquo;купит&raquo; R&D &#8212; &#x41; &nosuch; &')).toBe(
      'AT&T «купит» R&D — A &nosuch; &',
    );
  });

  it('reads the references of Windows-1252 as browsers do', () => {
    expect(toHeadline('Herald&#146;s &#147;bridge&#148; &#151; &#x80;5')).toBe('Herald’s “bridge” — €5');
  });

  it('keeps a tag that was typed in a title, since it is text', () => {
    expect(toHeadline('Why <b> is not bold')).toBe('Why <b> is not bold');
  });

  it('removes controls, zero-width characters and bidi overrides', () => {
    expect(toHeadline('\u202Eза\u200Bголо\u00ADвок\u0000\tодин\n строка\uFEFF')).toBe('заголовок один строка');
  });

  it('keeps emoji whole', () => {
    expect(toHeadline('Семья 👨‍👩‍👧 и флаг 🇦🇿, ❤️‍🔥')).toBe('Семья 👨‍👩‍👧 и флаг 🇦🇿, ❤️‍🔥');
  });
});

describe('toPlainText', () => {
  it('repairs a Cyrillic schwa inside a Latin word, and only there', () => {
    expect(toPlainText('Bakıda mәktәb açıldı. Әли')).toBe('Bakıda məktəb açıldı. Әли');
  });

  it('reads what was taken for another encoding as it was meant', () => {
    expect(toPlainText('OTTAWA â\u0080\u0094 itâ€™s â€œopenâ€\u009D, â€“ â€”â€¦')).toBe('OTTAWA — it’s “open”, – —…');
  });

  it('drops joiners that join nothing and half characters', () => {
    expect(toPlainText('а\u200Dб\uD83D')).toBe('аб');
  });
});
