import { describe, expect, it } from '@jest/globals';
import { parseArticle, parseDraft } from '../../../src/ingest/parse-article.ts';

const minimal = { id: '1009', url: 'https://newsroom.example/news/1009', title: 'В Баку открылся новый мост' };

const faultsOf = (value: unknown): Record<string, string> => {
  const parsed = parseArticle(value);
  return parsed.ok ? {} : Object.fromEntries(parsed.faults.map(({ path, message }) => [path, message]));
};
const read = (fields: object) => {
  const parsed = parseArticle({ ...minimal, ...fields });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
};

describe('parseArticle', () => {
  it('needs no more than id, url and title, and fills in the rest', () => {
    expect(read({})).toEqual({
      ...minimal,
      revision: null,
      language: null,
      section: null,
      html: null,
      text: null,
      summary: null,
      image: null,
      publishedAt: null,
      priority: 'normal',
      tags: [],
    });
  });

  it('names every missing field at once', () => {
    expect(Object.keys(faultsOf({}))).toEqual(['id', 'url', 'title']);
    expect(faultsOf({}).title).toBe('title is missing; write the headline');
  });

  it.each([null, undefined, '', '  '])('takes %j in an optional field for absent', (blank) => {
    expect(read({ image: blank, section: blank, language: blank, publishedAt: blank })).toMatchObject({
      image: null,
      section: null,
      language: null,
      publishedAt: null,
    });
  });

  it('says what to write instead of a number as id', () => {
    expect(faultsOf({ ...minimal, id: 1009 }).id).toBe('id must be a string, not the number 1009; write "1009"');
  });

  it.each([
    ['id', 'a\nb'],
    ['id', 'x'.repeat(201)],
    ['url', 'newsroom.example/news'],
    ['url', 'ftp://newsroom.example/news'],
    ['url', 'https:newsroom.example'],
    ['url', 'https://editor:secret@newsroom.example/news'],
    ['url', 'https://newsroom.example/a b'],
    ['url', `https://newsroom.example/${'x'.repeat(4_096)}`],
    ['title', '   '],
    ['title', '\u200B\u2060'],
    ['title', 'x'.repeat(2_001)],
    ['revision', 0],
    ['revision', '1'],
    ['revision', 1.5],
    ['revision', 1e15],
    ['language', 'Russian'],
    ['language', 'ru,az'],
    ['publishedAt', '28.04.2024'],
    ['publishedAt', '2024-04-28T23:51:00'],
    ['publishedAt', '2024-02-30T23:51:00Z'],
    ['image', '/pictures/1.jpg'],
    ['image', 'data:image/png;base64,AAAA'],
    ['tags', 'нефть, газ'],
    ['tags', Array.from({ length: 51 }, (_, index) => `tag ${index}`)],
    ['priority', 'urgent'],
    ['html', 7],
    ['summary', ['x']],
  ])('refuses %s %j and names the path', (path, value) => {
    const faults = faultsOf({ ...minimal, [path]: value });
    expect(Object.keys(faults)).toEqual([path]);
    expect(faults[path]).toMatch(new RegExp(`^${path} (must|is) .+; .+`));
  });

  it('does not repeat a long value in a fault', () => {
    expect(faultsOf({ ...minimal, url: 'x'.repeat(5_000) }).url?.length).toBeLessThan(300);
  });

  it('does not repeat a password', () => {
    expect(faultsOf({ ...minimal, url: 'https://editor:secret@newsroom.example/' }).url).not.toContain('secret');
  });

  it('names the place of a bad tag', () => {
    expect(Object.keys(faultsOf({ ...minimal, tags: ['нефть', 5] }))).toEqual(['tags.1']);
  });

  it('puts where the article stands in front of its paths', () => {
    const parsed = parseArticle({ ...minimal, title: 5 }, 'article');
    expect(parsed).toEqual({
      ok: false,
      faults: [
        { path: 'article.title', message: 'article.title must be a string, not the number 5; write the headline' },
      ],
    });
  });

  it.each([5, 'text', null, [minimal]])('refuses %j in place of an article', (value) => {
    expect(faultsOf(value)['']).toContain('must be an object');
  });

  it.each([
    ['ru-RU', 'ru'],
    ['AZ', 'az'],
    ['az_Latn_AZ', 'az'],
    ['rus', 'ru'],
    ['und', null],
  ])('reads the language %s as %s', (tag, language) => {
    expect(read({ language: tag }).language).toBe(language);
  });

  it('writes a time in one way', () => {
    expect(read({ publishedAt: '2024-04-28 23:51:00+0400' }).publishedAt).toBe('2024-04-28T23:51:00+04:00');
  });

  it('drops blank and repeated tags', () => {
    expect(read({ tags: ['нефть', ' ', 'нефть', ' газ '] }).tags).toEqual(['нефть', 'газ']);
  });

  it('takes a long headline with emoji, and mends half an emoji', () => {
    const title = `${'Xəbər '.repeat(65)}🔥`;
    expect(read({ title }).title).toBe(title);
    expect(read({ title: 'Xəbər 🔥'.slice(0, -1) }).title).toBe('Xəbər \uFFFD');
  });

  it('ignores fields that it does not know', () => {
    expect(read({ author: 'A. Quliyev' })).not.toHaveProperty('author');
  });

  it.each([
    ['<p></p><br>', null],
    ['<p>&nbsp;&#160;</p><img src="a.jpg" alt="Körpü">', null],
    ['<style>p { color: red }</style><script>show("Körpü")</script>', null],
    ['<p>7</p>', '<p>7</p>'],
    ['<script>show("Körpü")</script><p>İşıq</p>', '<script>show("Körpü")</script><p>İşıq</p>'],
    ['Körpü <b', 'Körpü <b'],
    ['<p Körpü', '<p Körpü'],
  ])('takes html that shows no words for absent: %s', (html, taken) => {
    expect(read({ html }).html).toBe(taken);
  });

  it('bounds html and text together, in bytes', () => {
    const half = 'я'.repeat(1_400_000);
    expect(faultsOf({ ...minimal, text: half })).toEqual({});
    expect(faultsOf({ ...minimal, text: half, html: half })['']).toContain('5 MB');
  });
});

describe('parseDraft', () => {
  it('needs a title only', () => {
    expect(parseDraft({ title: 'Draft' })).toMatchObject({ ok: true, value: { id: '', url: '', title: 'Draft' } });
    expect(parseDraft({ text: 'Draft' })).toMatchObject({ ok: false, faults: [{ path: 'title' }] });
  });

  it('checks what is there', () => {
    expect(parseDraft({ title: 'Draft', id: 7, url: 'nowhere' })).toMatchObject({
      ok: false,
      faults: [{ path: 'id' }, { path: 'url' }],
    });
  });
});
