import { describe, expect, it } from '@jest/globals';
import type { ComposeDraft } from '../../../src/desk/compose-draft.ts';
import { createCliWorld, readLines } from '../../support/cli-world.ts';
import { waitFor } from '../../support/wait-for.ts';

const lines = (...values: readonly (object | string)[]): string =>
  values.map((value) => `${typeof value === 'string' ? value : JSON.stringify(value)}\n`).join('');

describe('compose', () => {
  it('shows what would be said of one article', async () => {
    const cli = createCliWorld();
    cli.files.set(
      'a.json',
      JSON.stringify({ id: '7', title: 'Tunel açıldı', text: 'Hərəkət başladı.', language: 'az' }),
    );
    const { code, stdout } = await cli.run('compose', 'a.json');
    expect(code).toBe(0);
    const [answer] = readLines(stdout);
    expect(Object.keys(answer ?? {})).toEqual([
      'line',
      'id',
      'language',
      'headline',
      'summary',
      'confidence',
      'credit',
      'messages',
    ]);
    expect(answer).toMatchObject({
      line: 1,
      id: '7',
      language: 'az',
      headline: 'Tunel açıldı',
      summary: 'Hərəkət başladı.',
    });
    expect(answer?.messages).toEqual({
      telegram: expect.stringContaining('<b>Tunel açıldı</b>'),
      whatsapp: expect.stringContaining('*Tunel açıldı*'),
    });
  });

  it('has the messages of a channel when one is named', async () => {
    const cli = createCliWorld();
    cli.files.set('a.json', '{"title":"Tunel"}');
    const { stdout } = await cli.run('compose', 'a.json', '--channel', 'tg-ru');
    expect(Object.keys(readLines(stdout)[0]?.messages ?? {})).toEqual(['telegram']);
  });

  it('says that a channel is not known', async () => {
    const fault = { code: 'not-found', message: 'there is no channel "x"', hint: 'the channels are a, b' } as const;
    const cli = createCliWorld({ openComposer: async () => ({ ok: false, fault }) });
    expect(await cli.run('compose', '--channel', 'x')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'tellal: there is no channel "x"\n  the channels are a, b\n',
    });
  });

  it('reads stdin when no file is named, and the article of an event', async () => {
    const stdin = (async function* () {
      yield Buffer.from('{"type":"article.published","article":{"id":"7","title":"Tunel"}}');
    })();
    const { stdout } = await createCliWorld({ stdin }).run('compose');
    expect(readLines(stdout)).toEqual([expect.objectContaining({ line: 1, id: '7', headline: 'Tunel' })]);
  });
});

describe('compose --jsonl', () => {
  it('answers every line in order, and a bad one with a sentence', async () => {
    const cli = createCliWorld();
    cli.files.set(
      'a.jsonl',
      lines(
        { id: '1', title: 'Один' },
        '',
        '  \r',
        '{"id":',
        { id: '2' },
        { id: 3, title: 'Три' },
        { title: 'Четыре' },
      ).trimEnd(),
    );
    const { code, stdout } = await cli.run('compose', 'a.jsonl', '--jsonl');
    expect(code).toBe(1);
    expect(readLines(stdout)).toMatchObject([
      { line: 1, id: '1', headline: 'Один' },
      { line: 4, id: null, error: expect.stringMatching(/^the line is not JSON: /) },
      { line: 5, id: '2', error: expect.stringMatching(/^title is missing; /) },
      { line: 6, id: 3, error: expect.stringMatching(/^id must be a string/) },
      { line: 7, id: null, headline: 'Четыре' },
    ]);
  });

  it('is done when every line could be composed', async () => {
    const cli = createCliWorld();
    cli.files.set('a.jsonl', lines({ title: 'Один' }, { title: 'Два' }));
    expect((await cli.run('compose', '--jsonl', 'a.jsonl')).code).toBe(0);
  });

  it('does not lose the other lines to a bug met in one', async () => {
    const broken: ComposeDraft = async () => {
      throw new RangeError('too deep');
    };
    const cli = createCliWorld({ openComposer: async () => ({ ok: true, value: broken }) });
    cli.files.set('a.jsonl', lines({ id: '1', title: 'Один' }, { id: '2', title: 'Два' }));
    const { code, stdout } = await cli.run('compose', '--jsonl', 'a.jsonl');
    expect(code).toBe(1);
    expect(readLines(stdout)).toEqual([
      { line: 1, id: '1', error: 'the article could not be composed: too deep' },
      { line: 2, id: '2', error: 'the article could not be composed: too deep' },
    ]);
  });

  it('refuses a line over 5 MB, and goes on', async () => {
    const cli = createCliWorld();
    const long = JSON.stringify({ title: 'x'.repeat(5 * 1024 * 1024) });
    cli.files.set('a.jsonl', `${long}\n${JSON.stringify({ title: 'Два' })}\n`);
    const { code, stdout } = await cli.run('compose', '--jsonl', 'a.jsonl');
    expect(code).toBe(1);
    expect(readLines(stdout)).toEqual([
      { line: 1, id: null, error: 'the line has more than 5 MB' },
      expect.objectContaining({ line: 2, headline: 'Два' }),
    ]);
  });

  it('answers a line although the next one is not there yet', async () => {
    const answered: string[] = [];
    const stdin = (async function* () {
      for (const id of ['1', '2', '3']) {
        yield Buffer.from(lines({ id, title: 'Мост' }));
        await waitFor(`the answer to line ${id}`, () => answered.includes(id));
      }
    })();
    const stdout = {
      write: async (text: string) => {
        answered.push((JSON.parse(text) as { id: string }).id);
      },
    };
    await createCliWorld({ stdin, stdout }).run('compose', '--jsonl', '-');
    expect(answered).toEqual(['1', '2', '3']);
  });

  it('keeps the order when a later line is composed sooner', async () => {
    const cli = createCliWorld({
      openComposer: async () => ({
        ok: true,
        value: async (value) => {
          const { id } = value as { id: string };
          for (let turn = 0; turn < (id === '1' ? 50 : 1); turn += 1) await new Promise(setImmediate);
          return { ok: false, fault: { code: 'invalid', message: id } };
        },
      }),
    });
    cli.files.set('a.jsonl', lines({ id: '1' }, { id: '2' }, { id: '3' }));
    const { stdout } = await cli.run('compose', '--jsonl', 'a.jsonl');
    expect(readLines(stdout).map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it('says that a file is not there', async () => {
    const { code, stdout, stderr } = await createCliWorld().run('compose', '--jsonl', 'a.jsonl');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe('tellal: a.jsonl cannot be read: there is no such file\n');
  });

  it.each([
    ['shows how far it got to a person who cannot see the answers', { stdout: false, stderr: true }, /1 lines/],
    ['keeps quiet in a terminal', { stdout: true, stderr: true }, /^$/],
    ['keeps quiet in a log', { stdout: false, stderr: false }, /^$/],
  ])('%s', async (_what, isTty, words) => {
    const cli = createCliWorld({ isTty });
    cli.files.set('a.jsonl', lines({ title: 'Один' }));
    expect((await cli.run('compose', '--jsonl', 'a.jsonl')).stderr).toMatch(words);
  });
});
