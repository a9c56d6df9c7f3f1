import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Config } from '../../../config/config.ts';
import { loadConfig } from '../../../config/load.ts';
import { formatProblems } from '../../../config/problem.ts';
import { plainWording } from '../../../src/article/wording.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tellal-config-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const load = (yaml: string) => {
  const file = join(dir, 'newsroom.yaml');
  writeFileSync(file, yaml);
  return loadConfig(file);
};

const read = (yaml: string): Config => {
  const loaded = load(yaml);
  if (!loaded.ok) throw new Error(formatProblems(loaded.problems));
  return loaded.config;
};

/** The problems as a person reads them, without the folder. */
const complain = (yaml: string): readonly string[] => {
  const loaded = load(yaml);
  return loaded.ok ? [] : formatProblems(loaded.problems).replaceAll(`${dir}/`, '').split('\n');
};

const page = '{ id: a, platform: preview, looks: telegram }';
const telegram = (keys: string) => `channels: [{ id: tg, platform: telegram, target: "@herald", ${keys} }]`;
const whatsapp = (keys: string) =>
  `channels: [{ id: wa, platform: whatsapp, target: "https://whatsapp.com/channel/0029Va", ${keys} }]`;

describe('a newsroom.yaml without faults', () => {
  it('needs no more than a channel', () => {
    expect(read(`channels: [${page}]`)).toEqual({
      newsroom: { name: 'Newsroom', site: null, timezone: 'UTC' },
      accounts: { telegram: null, whatsapp: null },
      channels: [
        {
          id: 'a',
          platform: 'preview',
          target: null,
          looks: 'telegram',
          takes: {},
          minConfidence: 0,
          wording: plainWording,
          pictures: true,
          silent: false,
          button: null,
          pace: { minGapMs: 0, rates: [] },
          quietHours: null,
        },
      ],
      fetch: { allow: [] },
      ingest: { nearDuplicates: true, windowMs: 48 * 3_600_000 },
      summary: { llm: null },
    });
  });

  it('gives a Telegram channel the account, and the pace that Telegram bears', () => {
    const config = read(telegram('silent: true, button: Читать'));
    expect(config.accounts).toEqual({
      telegram: {
        apiRoot: 'https://api.telegram.org/',
        proofChat: null,
        proofPerMinute: 20,
        perSecond: 30,
        settleMs: 30_000,
        timeoutMs: 30_000,
      },
      whatsapp: null,
    });
    expect(config.channels[0]).toMatchObject({
      looks: 'telegram',
      target: '@herald',
      silent: true,
      button: 'Читать',
      pace: { minGapMs: 1_000, rates: [{ count: 20, perMs: 60_000 }] },
    });
  });

  it('gives a WhatsApp channel the account and a gap of eight seconds', () => {
    const config = read(whatsapp('perHour: 6'));
    expect(config.accounts.whatsapp).toEqual({
      profile: 'var/whatsapp',
      browser: { executable: '/usr/bin/chromium', args: [] },
      perHour: 60,
      settleMs: 15_000,
      quietStartMs: 600_000,
      canary: null,
      timeoutMs: 30_000,
    });
    expect(config.channels[0]).toMatchObject({
      looks: 'whatsapp',
      pace: { minGapMs: 8_000, rates: [{ count: 6, perMs: 3_600_000 }] },
    });
  });

  it('lifts a limit that is 0', () => {
    expect(read(telegram('perMinute: 0, perHour: 0, minGapSeconds: 0')).channels[0]?.pace).toEqual({
      minGapMs: 0,
      rates: [],
    });
  });

  it('reads quiet hours over midnight in the time zone of the newsroom', () => {
    const config = read(`newsroom: { timezone: Asia/Baku }\n${telegram('quietHours: "23:00-07:30"')}`);
    expect(config.channels[0]?.quietHours).toEqual({ from: 1_380, to: 450, timezone: 'Asia/Baku' });
  });

  it.each([
    ['30m', 1_800_000],
    ['7d', 604_800_000],
  ])('reads the duration %s', (text, ms) => {
    expect(read(`channels: [${page}]\ningest: { window: ${text} }`).ingest.windowMs).toBe(ms);
  });

  it.each([
    ['telegram', '-1001234567890', '-1001234567890'],
    ['telegram', '"-1001234567890"', '-1001234567890'],
    ['whatsapp', '"120363000000000001@newsletter"', '120363000000000001@newsletter'],
    ['whatsapp', 'https://www.whatsapp.com/channel/0029Va/', 'https://whatsapp.com/channel/0029Va'],
  ])('takes for %s the target %s', (platform, target, known) => {
    expect(read(`channels: [{ id: a, platform: ${platform}, target: ${target} }]`).channels[0]?.target).toBe(known);
  });

  it('ends the address of the Bot API with a slash', () => {
    const config = read(`accounts: { telegram: { apiRoot: "http://bots.internal:8081/api" } }\nchannels: [${page}]`);
    expect(config.accounts.telegram?.apiRoot).toBe('http://bots.internal:8081/api/');
  });

  it.each(['cms.internal', 'cms.internal:8000', '10.0.0.7', '10.0.0.0/8', '"[::1]:80"', '"::1"', '"fd00::/8"'])(
    'lets pages be fetched from %s',
    (entry) => {
      expect(read(`channels: [${page}]\nfetch: { allow: [${entry}] }`).fetch.allow).toHaveLength(1);
    },
  );

  it('cannot be changed afterwards', () => {
    const config = read(telegram('takes: { languages: [az] }'));
    expect([config, config.channels, config.channels[0]?.takes.languages].every(Object.isFrozen)).toBe(true);
  });
});

describe('a newsroom.yaml with faults', () => {
  it('tells all of them at once, with line and column', () => {
    const yaml = [
      'newsroom: { sit: x, timezone: Asia/Bakuu }',
      'channels:',
      '  - id: a',
      '    platform: preview',
      '  - id: a',
      '    platform: telegrm',
      '  - id: tg',
      '    platform: telegram',
      '    target: herald',
      '    perHour: many',
      'color: red',
    ].join('\n');
    expect(complain(yaml)).toEqual([
      'newsroom.yaml:1:13 newsroom.sit: unknown key; did you mean site?',
      'newsroom.yaml:1:31 newsroom.timezone: expected an IANA time zone such as Asia/Baku, found "Asia/Bakuu"',
      'newsroom.yaml:3:5 channels[0].looks: is missing; expected telegram, whatsapp',
      'newsroom.yaml:5:9 channels[1].id: expected an id of its own; channels[0] has the same, found "a"',
      'newsroom.yaml:6:15 channels[1].platform: expected telegram, whatsapp, preview (did you mean telegram?), found "telegrm"',
      'newsroom.yaml:9:13 channels[2].target: expected "@name" or a numeric id such as "-1001234567890", found "herald"',
      'newsroom.yaml:10:14 channels[2].perHour: expected a whole number, 0 or more, found "many"',
      'newsroom.yaml:11:1 color: unknown key; known here: newsroom, accounts, channels, fetch, ingest, summary',
    ]);
  });

  it.each([
    ['an empty file', '', 'newsroom.yaml:1:1: expected a mapping of keys, found nothing after the colon'],
    ['no channels', 'newsroom: {}', 'newsroom.yaml:1:1 channels: is missing; expected a list'],
    [
      'an empty list',
      'channels: []',
      'newsroom.yaml:1:11 channels: expected a list of length at least 1, found a list',
    ],
    [
      'no platform',
      'channels: [{ id: a }]',
      'newsroom.yaml:1:12 channels[0].platform: is missing; expected telegram, whatsapp, preview',
    ],
    ['a key twice', 'channels: []\nchannels: []', 'newsroom.yaml:2:1: Map keys must be unique'],
    ['a tab', 'channels:\n\t- a', 'newsroom.yaml:2:1: Tabs are not allowed as indentation'],
    ['an unknown tag', 'channels: !env X', 'newsroom.yaml:1:11: Unresolved tag: !env'],
    [
      'an alias of nothing',
      'channels: *x',
      'newsroom.yaml:1:1: Unresolved alias (the anchor must be set before the alias): x',
    ],
  ])('names the fault of %s', (_, yaml, problem) => {
    expect(complain(yaml)[0]).toBe(problem);
  });

  it.each([
    telegram('quietHours: "7-23"'),
    telegram('quietHours: "07:00-07:00"'),
    telegram('quietHours: "23:00-24:00"'),
    telegram('minGapSeconds: -1'),
    telegram('minGapSeconds: .inf'),
    telegram('perHour: 1.5'),
    telegram('takes: { languages: [Русский] }'),
    telegram('takes: { sections: [] }'),
    telegram('looks: telegram'),
    whatsapp('silent: true'),
    'channels: [{ id: a, platform: whatsapp, target: "https://t.me/herald" }]',
    'channels: [{ id: A_1, platform: preview, looks: telegram }]',
    `channels: [${page}]\ningest: { window: 48 }`,
    `channels: [${page}]\ningest: { window: 60d }`,
    `channels: [${page}]\nfetch: { allow: ["http://cms.internal/"] }`,
    `channels: [${page}]\nfetch: { allow: [10.0.0.0/33] }`,
    `channels: [${page}]\naccounts: { telegram: { apiRoot: "ftp://bots.internal" } }`,
    `channels: [${page}]\naccounts: { telegram: { timeoutSeconds: 0 } }`,
    `channels: [${page}]\nnewsroom: { site: herald }`,
  ])('refuses %s', (yaml) => {
    expect(complain(yaml)).toHaveLength(1);
  });

  it('shows no secret that was put into the file', () => {
    const token = '123456789:AAEinvented-token-of-nobody_0123456';
    const problems = complain(
      `channels: [${page}]\naccounts: { telegram: { token: "${token}", proofChat: "${token}", apiRoot: "http://a:hunter22@b/" } }`,
    );
    expect(problems).toHaveLength(3);
    expect(problems[0]).toContain('no secret is kept in this file');
    expect(problems.join()).not.toMatch(/AAEinvented|hunter22/);
  });

  it('does not unfold a bomb of aliases', () => {
    const rows = Array.from({ length: 12 }, (_, at) => `k${at + 1}: &k${at + 1} [${Array(9).fill(`*k${at}`).join()}]`);
    expect(complain(['k0: &k0 [boom]', ...rows].join('\n'))).toEqual([
      'newsroom.yaml:1:1: Excessive alias count indicates a resource exhaustion attack',
    ]);
  });

  it('refuses a file that is far too large to be one', () => {
    expect(complain(`# ${'x'.repeat(1_000_000)}`)[0]).toMatch(/^newsroom\.yaml: is larger than 1000000 bytes/);
  });

  it('says what to do about a file that is not there, or is a folder', () => {
    const [missing, folder] = [join(dir, 'none.yaml'), dir].map((file) => loadConfig(file));
    expect(missing).toMatchObject({
      ok: false,
      problems: [{ line: null, message: expect.stringContaining('TELLAL_CONFIG') }],
    });
    expect(folder).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('EISDIR') }] });
  });
});
