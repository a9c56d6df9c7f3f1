import type { Post } from '../../../../src/article/post.ts';

export const aPost = (changes: Partial<Post> = {}): Post => ({
  headline: 'В Баку открылся новый мост',
  summary: 'Мост соединил два берега бухты. Движение начнётся в понедельник.',
  link: 'https://news.example/ru/1009',
  image: 'https://news.example/1009.jpg',
  credit: null,
  tags: [],
  section: null,
  language: 'ru',
  breaking: false,
  confidence: 1,
  ...changes,
});

/** Texts that have broken the publishers of others, each with a name. */
export const oddTexts: readonly (readonly [name: string, text: string])[] = [
  ['HTML', '<b>Жирно</b> & "кавычки" <3 << T >> </a>'],
  ['broken HTML', 'a < b && c > d &lt; &amp;amp; &#xD83D; <a href="x">'],
  ['WhatsApp markup', '*всё* _и_ ~сразу~ ```и``` `это`, _ещё *и* так_ **дважды** __ ~~ snake_case 2*3*4'],
  ['lists and quotes', '> цитата\n- пункт\n* пункт\n1. первый\n12. второй\n  > и так'],
  ['one emoji', '🔥'],
  ['many long emoji', '👩‍👩‍👧‍👦👍🏽🇦🇿'.repeat(60)],
  ['control characters', 'до\u0000после\u0007\u001b[31m\u200b\ufeff\u2028строка\u2029\u0085\r\n\tконец'],
  ['lone surrogates', 'half \ud83d and \ude00 of a pair'],
  ['unclosed direction', '\u202eперевёрнуто\u2066 и не закрыто'],
  ['right-to-left', 'خبر عاجل من الدوحة: افتتاح الجسر الجديد'],
  ['combining marks', 'Å\u0333 a\u030a e\u033f'],
  ['white space', ' \n \u00a0 '],
  ['nothing visible', '\u200b'],
  ['nothing', ''],
  ['an address with markup', 'https://e.example/*a*_b_~c~`d` и дальше'],
  ['a long text', 'Слово. '.repeat(900)],
  ['a long word', 'безпробелов'.repeat(600)],
  ['a long text that must be escaped', '&<>"'.repeat(2_500)],
];
