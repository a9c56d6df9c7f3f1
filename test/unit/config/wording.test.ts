import { describe, expect, it } from '@jest/globals';
import { plainWording, type Wording } from '../../../src/article/wording.ts';
import { listProblems, readConfig } from '../../support/config/read-yaml.ts';

const page = (keys = '') => `channels: [{ id: page, platform: preview, looks: telegram${keys && `, ${keys}`} }]`;
const telegram = (keys: string) => `channels: [{ id: tg, platform: telegram, target: "@herald", ${keys} }]`;
const wordingOf = (yaml: string): Wording | undefined => readConfig(yaml).channels[0]?.wording;

const complain = (...lines: readonly string[]): readonly string[] =>
  listProblems(['channels:', '  - id: page', '    platform: preview', '    looks: telegram', ...lines].join('\n'));

describe('the wording of a channel', () => {
  it('is plain unless somebody asks for more', () => {
    expect(wordingOf(page())).toEqual(plainWording);
  });

  it('has a template as a list of lines of parts', () => {
    expect(wordingOf(page('template: ["{breaking} | {headline}!", "", "Подробно:", "{link}"]'))?.template).toEqual([
      {
        parts: [
          { before: '', part: 'breaking' },
          { before: ' | ', part: 'headline' },
        ],
        after: '!',
      },
      { parts: [], after: '' },
      { parts: [], after: 'Подробно:' },
      { parts: [{ before: '', part: 'link' }], after: '' },
    ]);
  });

  it('is the newsroom’s where the channel says nothing, key by key', () => {
    const newsroom =
      'newsroom: { template: ["{headline}", "{link}"], hashtags: { sections: true }, utm: { medium: social, source: x } }';
    const channel = page('hashtags: { max: 1 }, utm: { source: tg-ru }, callToAction: Bizi izləyin');
    expect(wordingOf(`${newsroom}\n${channel}`)).toMatchObject({
      template: [{ parts: [{ part: 'headline' }] }, { parts: [{ part: 'link' }] }],
      hashtags: { sections: true, tags: false, max: 1 },
      utm: { source: 'tg-ru', medium: 'social', campaign: null },
      callToAction: 'Bizi izləyin',
    });
  });

  it('may leave the link to a button', () => {
    expect(wordingOf(telegram('button: Oxu, template: ["{headline}"]'))?.template).toHaveLength(1);
    expect(listProblems(`newsroom: { template: ["{headline}"] }\n${telegram('button: Oxu')}`)).toEqual([]);
  });
});

describe('a template with faults', () => {
  it('is refused with the line and the column of each', () => {
    expect(complain('    template:', '      - "{headlin}"', '      - "{link} {link}"', '      - "{summary"')).toEqual([
      'newsroom.yaml:6:9 channels[0].template[0]: expected named parts, and {headlin} is none; did you mean {headline}?, found "{headlin}"',
      'newsroom.yaml:7:9 channels[0].template[1]: expected each part once, and {link} stands here again, found "{link} {link}"',
      'newsroom.yaml:8:9 channels[0].template[2]: expected braces only around parts, as in {headline}, found "{summary"',
    ]);
  });

  it.each([
    ['a part twice in two lines', '["{link}", "{headline} {link}"]', 'expected each part once'],
    ['a link that touches other words', '["({link})"]', 'expected a space on both sides of {link}'],
    ['hashtags that touch other words', '["{link}", "{headline}{tags}"]', 'expected a space on both sides of {tags}'],
    ['a line break', '["{link}\\nabc"]', 'expected one line'],
    ['words that leave no room', `["{link}", "${'слово '.repeat(45)}", "${'слово '.repeat(45)}"]`, 'at most 400'],
    ['an unheard-of part', '["{xyz}", "{link}"]', 'the parts are breaking, headline'],
    ['no link', '["{headline}"]', 'expected the part {link}, or a button'],
    ['no lines', '[]', 'at least 1'],
  ])('is refused for %s', (_name, template, message) => {
    const problems = complain(`    template: ${template}`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });

  it('names the channels that a template without a link leaves without one', () => {
    expect(listProblems(`newsroom: { template: ["{headline}"] }\n${page()}`)).toEqual([
      'newsroom.yaml:1:23 newsroom.template: expected the part {link}, which no button carries on page, found a list',
    ]);
  });
});

describe('what else is refused', () => {
  it.each([
    'hashtags: { max: 11 }',
    'hashtags: { section: true }',
    'utm: { source: "" }',
    'callToAction: "a\\nb"',
    'minConfidence: 1.1',
  ])('%s', (keys) => {
    expect(listProblems(page(keys))).toHaveLength(1);
  });
});

describe('a language model', () => {
  const llmOf = (keys: string) => readConfig(`${page()}\nsummary: { llm: { ${keys} } }`).summary.llm;

  it.each([
    ['http://localhost:11434/v1', 'http://localhost:11434/v1/chat/completions'],
    ['http://localhost:11434/v1/', 'http://localhost:11434/v1/chat/completions'],
    ['https://models.example/chat/completions', 'https://models.example/chat/completions'],
  ])('is asked at %s by %s', (url, asked) => {
    expect(llmOf(`url: "${url}", model: small`)).toEqual({ url: asked, model: 'small', timeoutMs: 15_000 });
  });

  it.each(['model: small', 'url: "http://a"', 'url: "http://a", model: b, timeoutSeconds: 61'])(
    'needs more than %s',
    (keys) => {
      expect(listProblems(`${page()}\nsummary: { llm: { ${keys} } }`)).toHaveLength(1);
    },
  );

  it('keeps its key out of the file', () => {
    const problems = listProblems(`${page()}\nsummary: { llm: { url: "http://a", model: b, apiKey: sk-invented } }`);
    expect(problems.join()).toContain('no secret is kept in this file');
    expect(problems.join()).not.toContain('sk-invented');
  });
});
