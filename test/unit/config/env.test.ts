import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readEnv } from '../../../config/env.ts';
import { formatProblems } from '../../../config/problem.ts';
import { listSecrets } from '../../../config/secrets.ts';

const botToken = '123456789:AAEinvented-token_of-nobody';
const apiToken = 'an-invented-api-token';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tellal-env-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const fileOf = (text: string): string => {
  const file = join(dir, 'secret');
  writeFileSync(file, text);
  return file;
};

const complain = (variables: Record<string, string>): string => {
  const read = readEnv(variables);
  return read.ok ? '' : formatProblems(read.problems);
};

describe('the environment', () => {
  it.each([{}, { REDIS_URL: '', TELLAL_HTTP: '', LOG_LEVEL: '', TELLAL_CONFIG: '', TELLAL_API_TOKEN_FILE: '' }])(
    'may be empty: %j',
    (variables) => {
      expect(readEnv(variables)).toEqual({
        ok: true,
        env: {
          http: { host: '127.0.0.1', port: 8080 },
          publicUrl: null,
          configFile: 'config/newsroom.yaml',
          logLevel: 'info',
        },
        secrets: { redisUrl: null, telegramBotToken: null, apiToken: null, llmKey: null },
      });
    },
  );

  it.each([
    ['0.0.0.0:80', { host: '0.0.0.0', port: 80 }],
    ['localhost:0', { host: 'localhost', port: 0 }],
    ['[::1]:8080', { host: '::1', port: 8080 }],
  ])('listens on %s', (text, http) => {
    expect(readEnv({ TELLAL_HTTP: text })).toMatchObject({ ok: true, env: { http } });
  });

  it.each(['8080', ':8080', '::1:8080', 'localhost:65536', 'http://localhost:80'])(
    'refuses to listen on %s',
    (text) => {
      expect(complain({ TELLAL_HTTP: text })).toMatch(/^TELLAL_HTTP: expected host:port/);
    },
  );

  it('names the levels of the log', () => {
    expect(complain({ LOG_LEVEL: 'loud' })).toBe(
      'LOG_LEVEL: expected one of trace, debug, info, warn, error, fatal, silent, found "loud"',
    );
  });

  it('tells all faults at once, and never a value that is a secret', () => {
    const problems = complain({
      LOG_LEVEL: 'loud',
      REDIS_URL: 'http://:hunter22@redis',
      TELEGRAM_BOT_TOKEN: 'bot-hunter22',
      TELLAL_API_TOKEN: 'hunter2',
    });
    expect(problems.split('\n').map((line) => line.split(':')[0])).toEqual([
      'LOG_LEVEL',
      'REDIS_URL',
      'TELEGRAM_BOT_TOKEN',
      'TELLAL_API_TOKEN',
    ]);
    expect(problems).not.toContain('hunter2');
  });

  it.each([
    'redis://localhost',
    'rediss://user:word@redis.internal:6380/1',
    '/run/redis.sock',
    'unix:///run/redis.sock',
    'sentinel://:word@a:26379,b:26379/herald',
    'redis://a:7000,redis://b:7000',
  ])('takes %s for Redis', (url) => {
    expect(readEnv({ REDIS_URL: url })).toMatchObject({ ok: true, secrets: { redisUrl: url } });
  });

  it.each(['localhost:6379', 'redis://', 'sentinel://a:26379', 'redis://a,b'])('refuses %s for Redis', (url) => {
    expect(complain({ REDIS_URL: url })).toMatch(/^REDIS_URL: expected redis:/);
  });
});

describe('a secret', () => {
  it('may be in a file, whose last line break does not count', () => {
    expect(readEnv({ TELEGRAM_BOT_TOKEN: '', TELEGRAM_BOT_TOKEN_FILE: fileOf(`${botToken}\r\n`) })).toMatchObject({
      ok: true,
      secrets: { telegramBotToken: botToken },
    });
  });

  it('of a language model is a key that can be masked', () => {
    expect(readEnv({ TELLAL_LLM_KEY: 'sk-invented' })).toMatchObject({ ok: true, secrets: { llmKey: 'sk-invented' } });
    expect(complain({ TELLAL_LLM_KEY: 'sk 1' })).toMatch(/^TELLAL_LLM_KEY: expected a key of at least 8/);
  });

  it('is not given twice', () => {
    expect(complain({ TELLAL_API_TOKEN: apiToken, TELLAL_API_TOKEN_FILE: fileOf(apiToken) })).toBe(
      'TELLAL_API_TOKEN: is set, and TELLAL_API_TOKEN_FILE too; keep one of them',
    );
  });

  it('is checked in a file as well', () => {
    expect(complain({ TELLAL_API_TOKEN_FILE: fileOf('\n') })).toMatch(/^TELLAL_API_TOKEN_FILE: expected at least 8/);
  });

  it.each([
    ['is not there', () => join(dir, 'none'), /cannot be read \(ENOENT\)/],
    ['is a folder', () => dir, /cannot be read \(EISDIR\)/],
    ['holds more than a secret', () => fileOf('x'.repeat(70_000)), /larger than 65536 bytes/],
  ])('is missed when its file %s', (_, file, message) => {
    expect(complain({ REDIS_URL_FILE: file() })).toMatch(message);
  });

  it('is listed for masking, a password of Redis in both spellings', () => {
    const redisUrl = 'redis://:p%40ss-word@a:7000,redis://u:p%40ss-word@b:7000';
    expect(new Set(listSecrets({ redisUrl, telegramBotToken: botToken, apiToken, llmKey: 'sk-invented' }))).toEqual(
      new Set([botToken, apiToken, 'sk-invented', 'p%40ss-word', 'p@ss-word']),
    );
    expect(listSecrets({ redisUrl: '/run/redis.sock', telegramBotToken: null, apiToken: null, llmKey: null })).toEqual(
      [],
    );
  });
});

describe('TELLAL_PUBLIC_URL', () => {
  it('is an address without a path', () => {
    const read = readEnv({ TELLAL_PUBLIC_URL: 'https://tellal.herald.example/' });
    expect(read).toMatchObject({ ok: true, env: { publicUrl: 'https://tellal.herald.example' } });
    expect(readEnv({ TELLAL_PUBLIC_URL: 'tellal.herald.example' }).ok).toBe(false);
  });
});
