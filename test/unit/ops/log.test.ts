import { describe, expect, it } from '@jest/globals';
import { createLog } from '../../../src/ops/log.ts';
import { prettyLine } from '../../../src/ops/pretty-line.ts';
import { redact } from '../../../src/ops/redact.ts';

const secret = 'an-invented-api-token';
const botToken = '123456789:AAEinvented-token_of-nobody-at-all0';

const openLog = (options: { readonly pretty?: boolean; readonly secrets?: readonly string[] } = {}) => {
  const lines: string[] = [];
  const { pretty = false, secrets = [secret] } = options;
  const format = pretty ? { format: prettyLine } : {};
  const log = createLog({ level: 'info', ...format, secrets, destination: { write: (line) => lines.push(line) } });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '') as Record<string, unknown> };
};

describe('the log', () => {
  it('writes one JSON object a line, with the name of its level and an ISO time', () => {
    const { log, lines, last } = openLog();
    log.debug('not asked for');
    log.child({ channel: 'tg-ru' }).warn({ article: '1009' }, 'Хабар указан');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\{.*\}\n$/);
    expect(last()).toMatchObject({ level: 'warn', channel: 'tg-ru', article: '1009', msg: 'Хабар указан' });
    expect(last().time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it.each([
    ['a message', (log: ReturnType<typeof openLog>['log']) => log.info(`asked with ${secret}`)],
    ['an error and its stack', (log) => log.error(new Error(`said no to ${secret}`))],
    ['the cause of an error', (log) => log.error(new Error('failed', { cause: new Error(secret) }))],
    ['an object in an object', (log) => log.info({ request: { headers: [`Bearer ${secret}`] } })],
    ['a key', (log) => log.info({ seen: { [secret]: 1 } })],
    ['what a child is bound to', (log) => log.child({ who: secret }).info('hello')],
  ] as [string, (log: ReturnType<typeof openLog>['log']) => void][])('masks a secret in %s', (_, write) => {
    const { log, lines, last } = openLog();
    write(log);
    expect(lines.join()).not.toContain(secret);
    expect(JSON.stringify(last())).toContain('[redacted]');
  });

  it('masks a secret with signs that JSON and addresses spell differently', () => {
    const odd = 'a"b\\c/d é+';
    const { log, lines, last } = openLog({ secrets: [odd] });
    log.info({ raw: odd, address: `http://x/?t=${encodeURIComponent(odd)}`, body: JSON.stringify({ odd }) });
    expect(last()).toMatchObject({
      raw: '[redacted]',
      address: 'http://x/?t=[redacted]',
      body: '{"odd":"[redacted]"}',
    });
    expect(lines).toHaveLength(1);
  });

  it('stays JSON when a secret looks like a number, or like next to nothing', () => {
    const { log, last } = openLog({ secrets: ['2024', 'e', ''] });
    log.info({ year: 2024, text: 'in 2024' });
    expect(last()).toMatchObject({ year: 2024, text: 'in [redacted]', level: 'info' });
  });

  it('masks what the names of keys give away, at any depth', () => {
    const { log, last } = openLog();
    log.info({
      req: { headers: { Authorization: 'Basic x', cookie: ['a=b'], accept: 'text/html' } },
      a: { b: { botToken: 'x', clientSecret: { deep: 'x' }, password: 1234, token: null } },
    });
    expect(last()).toMatchObject({
      req: { headers: { Authorization: '[redacted]', cookie: '[redacted]', accept: 'text/html' } },
      a: { b: { botToken: '[redacted]', clientSecret: '[redacted]', password: '[redacted]', token: null } },
    });
  });

  it('masks tokens and passwords that it was not told of', () => {
    const { log, lines } = openLog({ secrets: [] });
    log.error(
      new Error(`POST https://api.telegram.org/bot${botToken}/sendMessage\nredis://:hunter22@redis:6379\n${botToken}`),
    );
    expect(lines.join()).not.toMatch(/AAEinvented|hunter22/);
    expect(lines.join()).toContain('https://api.telegram.org/bot[redacted]/sendMessage');
  });

  it('is readable for a person, and masked too', () => {
    const { log, lines } = openLog({ pretty: true });
    log.warn(`asked with ${secret}`);
    expect(lines.join()).toMatch(/WARN.*asked with \[redacted\]/s);
  });
});

describe('redact', () => {
  it.each([
    ['redis://user:hunter22@a:1,rediss://:hunter33@b:2', 'redis://user:[redacted]@a:1,rediss://:[redacted]@b:2'],
    ['sentinel://:p@ss@a:1/herald', 'sentinel://:[redacted]@a:1/herald'],
    [`GET /bot${botToken.replace(':', '%3A')}/getMe`, 'GET /bot[redacted]/getMe'],
    ['https://herald.example/ru/2024 at 12:30', 'https://herald.example/ru/2024 at 12:30'],
    ['abcdef, abcdefgh', '[redacted], [redacted]'],
  ])('reads %s as %s', (text, masked) => {
    expect(redact(text, ['abcdef', 'abcdefgh'])).toBe(masked);
  });
});
