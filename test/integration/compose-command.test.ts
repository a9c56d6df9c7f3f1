import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createFolder, type Folder } from '../support/tellal-process.ts';

let folder: Folder;
beforeAll(async () => {
  folder = await createFolder('newsroom: { name: Herald, site: https://newsroom.example, timezone: Asia/Baku }\n');
});
afterAll(() => folder.remove());

const compose = async (...articles: readonly object[]) => {
  const input = articles.map((article) => `${JSON.stringify(article)}\n`).join('');
  const { code, stdout } = await folder.run(['compose', '--jsonl', '-'], {}, input);
  return {
    code,
    answers: stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
};

const text = 'Мост длиной 600 метров связал два берега Куры, движение по нему началось утром.';

it('needs no more than a title, and says what it can of it', async () => {
  const { code, answers } = await compose({ title: 'Новый мост через реку открыли в Гяндже' });
  expect(code).toBe(0);
  expect(answers).toEqual([
    expect.objectContaining({
      line: 1,
      id: null,
      language: 'ru',
      headline: 'Новый мост через реку открыли в Гяндже',
      summary: '',
      confidence: 0,
    }),
  ]);
});

it('answers a text, a fragment, a page and a fault in the order of the input', async () => {
  const { code, answers } = await compose(
    { id: 'text', title: 'Мост открыли', text },
    { id: 'fragment', title: 'Мост открыли', html: `<p>${text}</p>`, url: 'https://newsroom.example/1' },
    { id: 'fault', text },
    {
      id: 'page',
      title: 'Мост в Гяндже открыли | Вестник города',
      html: `<!DOCTYPE html><html><body><nav><a href="/">Главная</a></nav><h1>Мост в Гяндже открыли</h1><p>${text}</p><p>${text.repeat(3)}</p></body></html>`,
    },
  );
  expect(code).toBe(1);
  expect(answers.map(({ line, id }) => [line, id])).toEqual([
    [1, 'text'],
    [2, 'fragment'],
    [3, 'fault'],
    [4, 'page'],
  ]);
  expect(answers[0]).toMatchObject({ summary: text });
  expect(answers[1]).toMatchObject({ summary: text });
  expect(answers[2]).toMatchObject({ error: expect.stringContaining('title is missing') });
  expect(answers[3]).toMatchObject({ headline: 'Мост в Гяндже открыли', summary: expect.stringContaining(text) });
});
