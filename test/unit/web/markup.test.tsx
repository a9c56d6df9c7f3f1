import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { TelegramMarkup } from '../../../src/web/pages/telegram-markup.tsx';
import { WhatsappMarkup } from '../../../src/web/pages/whatsapp-markup.tsx';

const telegram = (text: string): string => renderToString(<TelegramMarkup text={text} />);
const whatsapp = (text: string): string => renderToString(<WhatsappMarkup text={text} />);
const link = (address: string, text = address): string =>
  `<a href="${address}" target="_blank" rel="noopener noreferrer">${text}</a>`;

describe('a Telegram message in a bubble', () => {
  it.each([
    ['<b>Мост</b> и <i>река</i>', '<b>Мост</b> и <i>река</i>'],
    ['<b>жирный <i>и косой</i></b>', '<b>жирный <i>и косой</i></b>'],
    ['Q&amp;A &lt;3 &#1088; &#x440;', 'Q&amp;A &lt;3 р р'],
    ['<b>never closed', '<b>never closed</b>'],
    ['closed only</b>', 'closed only'],
    ['<tg-spoiler>x</tg-spoiler>', '<span class="spoiler">x</span>'],
  ])('shows %s', (text, html) => {
    expect(telegram(text)).toBe(html);
  });

  it('opens links, given or bare', () => {
    expect(telegram('<a href="https://herald.example/1?a=1&amp;b=2">Oxu</a>')).toBe(
      link('https://herald.example/1?a=1&amp;b=2', 'Oxu'),
    );
    expect(telegram('see https://herald.example/1.')).toBe(`see ${link('https://herald.example/1')}.`);
  });

  it('colours hashtags but not the parts of an address', () => {
    expect(telegram('#Баку https://herald.example/#top')).toBe(
      `<span class="tag">#Баку</span> ${link('https://herald.example/#top')}`,
    );
  });

  it.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<b onclick="alert(1)">x</b>'])(
    'never lets %s become markup of the page',
    (text) => {
      expect(telegram(text)).not.toMatch(/<(script|img)|<b [^>]*onclick/);
    },
  );

  it('follows no link but http and https', () => {
    expect(telegram('<a href="javascript:alert(1)">x</a>')).toBe('<span>x</span>');
  });
});

describe('a WhatsApp message in a bubble', () => {
  it.each([
    ['*Körpü açıldı*', '<b>Körpü açıldı</b>'],
    ['_*оба*_ и ~нет~', '<i><b>оба</b></i> и <s>нет</s>'],
    ['2 * 3 * 4 and a_b_c', '2 * 3 * 4 and a_b_c'],
    ['*not over\nlines*', '*not over\nlines*'],
    ['`code` ```more```', '<code>code</code> <code>more</code>'],
    ['> quoted', '<blockquote>quoted</blockquote>'],
    ['- one\n- two', '<span class="item">one</span>\n<span class="item">two</span>'],
    ['<b>&amp;</b>', '&lt;b>&amp;amp;&lt;/b>'],
  ])('shows %s', (text, html) => {
    expect(whatsapp(text)).toBe(html);
  });

  it('reads no mark within an address', () => {
    expect(whatsapp('https://herald.example/_a_*b*')).toContain('href="https://herald.example/_a_*b*"');
  });

  it('stays quick on marks that never close', () => {
    expect(whatsapp('*_~`'.repeat(5_000))).toContain('*_~');
  });
});
