import { describe, expect, it } from '@jest/globals';
import type { Looks, Post } from '../../../../src/article/post.ts';
import type { Wording } from '../../../../src/article/wording.ts';
import { measureMessage } from '../../../../src/compose/messages/measure-message.ts';
import { renderMessage, renderNotice } from '../../../../src/compose/messages/render-message.ts';
import { parseHtml } from '../../../support/telegram/parse-html.ts';
import { aPost, oddTexts } from './a-post.ts';
import { aWording } from './a-wording.ts';

const write = (post: Partial<Post>, wording: Wording, looks: Looks = 'telegram', picture = false): string =>
  renderMessage(aPost(post), looks, { picture, wording }).text;

const link = '<a href="https://news.example/ru/1009">Читать полностью</a>';
const bridge = { headline: 'Мост открыт', summary: 'Движение началось.' };

describe('a template', () => {
  it('puts the parts where the newsroom wants them', () => {
    const wording = aWording(['{breaking} {headline}', '', '{summary}', '', '{link}', '{credit}', '{tags}'], {
      hashtags: { sections: true, tags: false, max: 3 },
    });
    const post = { ...bridge, breaking: true, credit: 'АЗЕРТАДЖ', section: 'Общество' };
    expect(write(post, wording)).toBe(
      `⚡️ Срочно <b>Мост открыт</b>\n\nДвижение началось.\n\n${link}\nИсточник: АЗЕРТАДЖ\n#Общество`,
    );
    expect(write(bridge, wording)).toBe(`<b>Мост открыт</b>\n\nДвижение началось.\n\n${link}`);
  });

  it.each([
    [{ section: 'Спорт', credit: 'АПА' }, 'Спорт | <b>Мост открыт</b> — Источник: АПА.'],
    [{ section: null, credit: 'АПА' }, '<b>Мост открыт</b> — Источник: АПА.'],
    [{ section: 'Спорт', credit: null }, 'Спорт | <b>Мост открыт</b>'],
    [{ section: 'Спорт', credit: 'АПА', headline: '' }, 'Спорт — Источник: АПА.'],
  ])('leaves no sign where a part is missing: %j', (post, line) => {
    const wording = aWording(['{section} | {headline} — {credit}.', '{link}']);
    expect(write({ ...bridge, ...post }, wording)).toBe(`${line}\n${link}`);
  });

  it('leaves out a line whose parts are all missing, and the space around it', () => {
    const wording = aWording(['', 'Рубрика: {section}', '', '', '{headline}', '', '{tags}', '', '{link}', '']);
    expect(write(bridge, wording)).toBe(`<b>Мост открыт</b>\n\n${link}`);
  });

  it('shows the newsroom’s own words as they were typed, never as markup', () => {
    const wording = aWording(['<b>Herald</b> & *co*', '- {headline}', '{link}']);
    expect(write(bridge, wording)).toBe(`&lt;b&gt;Herald&lt;/b&gt; &amp; *co*\n- <b>Мост открыт</b>\n${link}`);
    expect(write(bridge, wording, 'whatsapp')).toBe(
      '<b>Herald</b> & ∗co∗\n– *Мост открыт*\nhttps://news.example/ru/1009',
    );
  });

  it('takes the fixed words from the language of the post', () => {
    const wording = aWording(['{credit}', '{link}']);
    expect(write({ credit: 'AZƏRTAC', language: 'az' }, wording)).toMatch(/^Mənbə: AZƏRTAC\n/);
    expect(write({ credit: 'AA', language: 'tr' }, wording)).toMatch(/^Kaynak: AA\n/);
    expect(write({ credit: 'Reuters', language: 'de' }, wording)).toMatch(/^Source: Reuters\n/);
  });

  it('may leave the link to the button, which still gets it', () => {
    const message = renderMessage(aPost(bridge), 'telegram', { picture: false, wording: aWording(['{headline}']) });
    expect(message).toMatchObject({ text: '<b>Мост открыт</b>', link: 'https://news.example/ru/1009' });
  });
});

describe('hashtags and a call to action', () => {
  it('end the usual template', () => {
    const wording = aWording(null, {
      hashtags: { sections: true, tags: true, max: 2 },
      callToAction: 'Подпишитесь: https://t.me/herald_ru & друзья',
    });
    const post = { ...bridge, section: 'Общество', tags: ['новый мост', 'Баку'] };
    expect(write(post, wording)).toBe(
      `<b>Мост открыт</b>\n\nДвижение началось.\n\n${link}\n\n#Общество #НовыйМост\nПодпишитесь: https://t.me/herald_ru &amp; друзья`,
    );
  });
});

describe('UTM parameters', () => {
  const utm = { source: 'telegram', medium: 'social', campaign: 'tg-ru' };

  it('stand in the link, and in what the message says its link is', () => {
    const message = renderMessage(aPost({ link: 'https://news.example/?id=9#top' }), 'whatsapp', {
      picture: false,
      wording: aWording(null, { utm }),
    });
    expect(message.link).toBe(
      'https://news.example/?id=9&utm_source=telegram&utm_medium=social&utm_campaign=tg-ru#top',
    );
    expect(message.text.endsWith(`\n${message.link}`)).toBe(true);
    const notice = renderNotice(aPost(), 'telegram', { picture: false, wording: aWording(null, { utm }) });
    expect(notice.link).toContain('utm_source=telegram');
  });

  it('give way where the link would be too long with them', () => {
    const address = `https://news.example/${'a'.repeat(1_950)}?id=9`;
    expect(write({ link: address }, aWording(null, { utm }), 'whatsapp').endsWith(address)).toBe(true);
  });
});

describe('the limits', () => {
  const wording = aWording(
    ['Herald', '{breaking} {section} {headline}', '{summary}', '', '{link}', '{credit}', '{tags}', '{callToAction}'],
    { hashtags: { sections: true, tags: true, max: 10 }, callToAction: 'Bizi izləyin' },
  );

  it.each(oddTexts)('hold whatever stands in the parts: %s', (_name, odd) => {
    for (const looks of ['telegram', 'whatsapp'] as const) {
      for (const picture of [true, false]) {
        const post = { headline: odd, summary: odd, section: odd, credit: odd, tags: [odd, odd], breaking: true };
        const text = write(post, wording, looks, picture);
        const { length, limit } = measureMessage(text, looks, picture);
        expect(length).toBeLessThanOrEqual(limit);
        expect(text).not.toMatch(/\n{3}|\n$|^\n/);
        expect(text).toContain('https://news.example/ru/1009');
        if (looks === 'telegram') expect(parseHtml(text)).not.toHaveProperty('fault');
      }
    }
  });

  it('cost the summary its end before anything else', () => {
    const text = write({ summary: 'Слово сказано. '.repeat(400), credit: 'АПА' }, wording, 'telegram', true);
    expect(text).toMatch(/сказано\.\n\n.*\nИсточник: АПА\nBizi izləyin$/);
  });

  it('cost the small parts before the headline', () => {
    const text = write({ headline: 'Очень длинный заголовок '.repeat(60).slice(0, 995) }, wording, 'telegram', true);
    expect(text).not.toContain('izləyin');
    expect(text).toContain('Читать полностью');
  });
});
