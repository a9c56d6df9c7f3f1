import { describe, expect, it } from '@jest/globals';
import { parseHtml } from '../../../support/telegram/parse-html.ts';

/** Entities in short: `bold 0+4`, with the link or language behind. */
const show = (html: string): string => {
  const parsed = parseHtml(html);
  if ('fault' in parsed) return `! ${parsed.fault}`;
  const marks = parsed.entities.map(
    ({ type, offset, length, url, language, custom_emoji_id: emoji }) =>
      `${type} ${offset}+${length}${[url, language, emoji].map((each) => (each ? ` ${each}` : '')).join('')}`,
  );
  return [parsed.text, ...marks].join(' | ');
};

describe('the HTML of the Bot API', () => {
  it.each([
    ['Bakı, <b>1 may</b>', 'Bakı, 1 may | bold 6+5'],
    ['<STRONG>Срочно</STRONG>', 'Срочно | bold 0+6'],
    ['<i>a</i><em>b</em>', 'ab | italic 0+1 | italic 1+1'],
    ['<u>a</u><ins>b</ins>', 'ab | underline 0+1 | underline 1+1'],
    ['<s>a</s><strike>b</strike><del>c</del>', 'abc | strikethrough 0+1 | strikethrough 1+1 | strikethrough 2+1'],
    ['<tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span>', 'ab | spoiler 0+1 | spoiler 1+1'],
    ['<blockquote>a</blockquote>', 'a | blockquote 0+1'],
    ['<blockquote expandable>a</blockquote>', 'a | expandable_blockquote 0+1'],
    ['<pre>a</pre> <code>b</code>', 'a b | pre 0+1 | code 2+1'],
    ['<pre><code class="language-sql">a</code></pre>', 'a | pre 0+1 sql'],
    ['<code class="language-sql">a</code>', 'a | code 0+1'],
    ['<tg-emoji emoji-id="77">😀</tg-emoji>', '😀 | custom_emoji 0+2 77'],
    ['😀<b>я</b>', '😀я | bold 2+1'],
    ['<b>a<i>b</i></b>', 'ab | bold 0+2 | italic 1+1'],
    ['<b>a</ ></b', '! Unexpected end tag at byte offset 8'],
    ['<b></b>nothing', 'nothing'],
    ['<b id="x" hidden>a</b>', 'a | bold 0+1'],
    ['<b>a</>', 'a | bold 0+1'],
  ])('reads %s', (html, expected) => {
    expect(show(html)).toBe(expected);
  });

  it.each([
    ['&lt;&gt;&amp;&quot;', '<>&"'],
    ['&lt b', '< b'],
    ['&#1071;&#x42f;', 'ЯЯ'],
    ['Q&A &nbsp;&apos;&hellip;&laquo;', 'Q&A &nbsp;&apos;&hellip;&laquo;'],
    ['&#0;&#99999999;', '&#0;&#99999999;'],
  ])('decodes of %s only what Telegram decodes', (html, expected) => {
    expect(show(html)).toBe(expected);
  });

  it.each([
    ['2 < 3', 'Unsupported start tag "" at byte offset 2'],
    ['I <3', 'Unclosed start tag at byte offset 2'],
    ['<< A >>', 'Unsupported start tag "<" at byte offset 0'],
    ['Да<p>нет</p>', 'Unsupported start tag "p" at byte offset 4'],
    ['one<br/>two', 'Unsupported start tag "br/" at byte offset 3'],
    ['<!-- note -->', 'Unsupported start tag "!--" at byte offset 0'],
    ['<i>open', 'Can\'t find end tag corresponding to start tag "i"'],
    ['<i>Ş</b>', 'Unmatched end tag at byte offset 5, expected "</i>", found "</b>"'],
    ['</i>', 'Unexpected end tag at byte offset 0'],
    ['<i>x</i', 'Unclosed end tag at byte offset 4'],
    ['<a href=https://a.az>x</a>', 'Unexpected end of name token at byte offset 8'],
    ['<a href="https://a.az', 'Unclosed start tag at byte offset 0'],
    ['<a href="https://a.az"/>x</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<a href', 'Unclosed start tag "a" at byte offset 0'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<tg-emoji>😀</tg-emoji>', 'Invalid custom emoji identifier specified'],
    [
      '&#xDFFF;',
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    ],
  ])('refuses %s, counting bytes', (html, fault) => {
    expect(parseHtml(html)).toEqual({ fault });
  });

  it.each(['http://localhost/x', '/news/1', 'ftp://a.az/x', 'javascript:go(1)', 'https://'])(
    'drops the link %s without a word and keeps its text',
    (href) => {
      expect(show(`<a href="${href}">read</a>`)).toBe('read');
    },
  );

  it.each([
    ['a.az/p', 'http://a.az/p'],
    ['HTTPS://A.AZ', 'https://a.az/'],
    ['https://a.az?q=1&amp;r=2', 'https://a.az/?q=1&r=2'],
    ['https://a.az:8443/a b', 'https://a.az:8443/a%20b'],
    ['https://новости.рф/Мир', 'https://новости.рф/Мир'],
  ])('makes of the link %s the form in which Telegram stores it', (href, url) => {
    expect(show(`<a href='${href}'>read</a>`)).toBe(`read | text_link 0+4 ${url}`);
  });

  it('takes the text as the link when there is no address', () => {
    expect(show('<a>a.az</a>')).toBe('a.az | text_link 0+4 http://a.az/');
  });
});
