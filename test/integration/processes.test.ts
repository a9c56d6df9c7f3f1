import { readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { twoPreviews } from '../support/house.ts';
import { startRedis } from '../support/redis.ts';
import { createFolder, type Ended, type Folder, type Started } from '../support/tellal-process.ts';

const telegramToo = `${twoPreviews}  - { id: tg, platform: telegram, target: "@herald" }\n`;
const botToken = { TELEGRAM_BOT_TOKEN: '700123456:AAnobody' };

const folders: Folder[] = [];
const processes: Started[] = [];
afterEach(async () => {
  for (const one of processes.splice(0)) await one.stop();
  for (const folder of folders.splice(0)) await folder.remove();
});

const openFolder = async (yaml = twoPreviews): Promise<Folder> => {
  const folder = await createFolder(yaml);
  folders.push(folder);
  return folder;
};
const start = (folder: Folder, args: readonly string[], env?: Readonly<Record<string, string>>): Started => {
  const started = folder.start(args, env);
  processes.push(started);
  return started;
};
const article = (id: string): string =>
  JSON.stringify({
    id,
    url: `https://herald.example/az/${id}`,
    language: 'az',
    title: 'Gəncədə yeni kitabxana açıldı',
    text: 'Gəncədə üçmərtəbəli yeni kitabxana bazar ertəsi qapılarını oxuculara açıb. Kitabxanada qırx min kitab var.',
  });
/** A PATH in which there is Node and no Redis. */
const bareImage = async (folder: Folder): Promise<Readonly<Record<string, string>>> => {
  await symlink(process.execPath, join(folder.path, 'node'));
  return { PATH: [folder.path, dirname('/nowhere/bin')].join(delimiter) };
};
const postsOf = async (folder: Folder, address: string, channel: string): Promise<readonly { text: string }[]> => {
  const token = (await readFile(join(folder.path, 'var/api-token'), 'utf8')).trim();
  const answer = await fetch(`${address}/api/channels/${channel}/posts`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return (await answer.json()) as readonly { text: string }[];
};

describe('tellal start', () => {
  it('brings its own Redis, and a push from another process is on every channel', async () => {
    const folder = await openFolder();
    const address = await start(folder, ['start']).ready();
    const pushed = await folder.run(['push', '-'], {}, article('1'));
    expect(pushed).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/preview-telegram +sent +1\n.*preview-whatsapp +sent +1/s),
    });
    const [post] = await postsOf(folder, address, 'preview-whatsapp');
    expect(post?.text).toContain('https://herald.example/az/1');
  });

  it('ends at SIGTERM with its Redis, and finds everything again at the next start', async () => {
    const folder = await openFolder();
    const first = start(folder, ['start']);
    await first.ready();
    await folder.run(['push', '-'], {}, article('1'));
    expect(await first.stop()).toBe(0);
    expect((await folder.run(['status'])).stderr).toContain('no Tellal runs in this folder');
    await start(folder, ['start']).ready();
    expect((await folder.run(['deliveries'])).stdout).toContain('1@preview-telegram');
  });

  it('takes over the Redis of a process that was killed', async () => {
    const folder = await openFolder();
    const first = start(folder, ['start']);
    await first.ready();
    await folder.run(['push', '-'], {}, article('1'));
    await first.kill();
    const second = start(folder, ['start']);
    await second.ready();
    expect((await folder.run(['deliveries'])).stdout).toContain('1@preview-telegram');
    expect(await second.stop()).toBe(0);
    expect((await folder.run(['status'])).code).toBe(1);
  });

  it('serves preview channels from memory where there is no redis-server, and says so', async () => {
    const folder = await openFolder();
    const started = start(folder, ['start'], await bareImage(folder));
    await started.ready();
    expect(started.output()).toContain('In memory only');
    expect((await folder.run(['push', '-'], {}, article('1'))).stdout).toMatch(/preview-telegram +sent/);
  });
});

describe('tellal worker and tellal console', () => {
  it('share the work on one Redis as two processes', async () => {
    const redis = await startRedis();
    const folder = await openFolder();
    const env = { REDIS_URL: redis.url };
    const probes = await start(folder, ['worker'], env).ready();
    const address = await start(folder, ['console'], env).ready();
    expect((await folder.run(['push', '-'], env, article('1'))).stdout).toMatch(/preview-telegram +sent/);
    expect(await postsOf(folder, address, 'preview-telegram')).toHaveLength(1);
    const answers = await Promise.all(
      ['/livez', '/readyz', '/metrics', '/login'].map((path) => fetch(`${probes}${path}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404]);
    expect(await answers[2]?.text()).toContain('tellal_deliveries_total{channel="preview-telegram"');
    for (const one of processes.splice(0)) await one.stop();
    await redis.close();
  });
});

describe('what stops a start names the fault and the remedy', () => {
  const refusal = async (ended: Promise<Ended>): Promise<string> => {
    const { code, stderr } = await ended;
    expect(code).toBe(1);
    return stderr;
  };

  it('a Redis that would evict keys', async () => {
    const redis = await startRedis(['--maxmemory', '50mb', '--maxmemory-policy', 'allkeys-lru']);
    const folder = await openFolder();
    const said = await refusal(folder.run(['start'], { REDIS_URL: redis.url }));
    await redis.close();
    expect(said).toMatch(/maxmemory-policy is allkeys-lru.*noeviction/s);
  });

  it('no Redis where REDIS_URL points', async () => {
    const folder = await openFolder();
    const said = await refusal(folder.run(['start'], { REDIS_URL: 'redis://tellal:a-long-password@127.0.0.1:1' }));
    expect(said).toMatch(/no Redis answers at redis:\/\/127\.0\.0\.1:1.*correct REDIS_URL/s);
    expect(said).not.toContain('a-long-password');
  });

  it('a Telegram channel with nothing but the embedded Redis', async () => {
    const folder = await openFolder(telegramToo);
    const said = await refusal(folder.run(['start'], { ...botToken, ...(await bareImage(folder)) }));
    expect(said).toMatch(/the channel tg needs a real Redis.*install redis-server/s);
  });

  it('a Telegram channel without a token', async () => {
    const folder = await openFolder(telegramToo);
    expect(await refusal(folder.run(['start']))).toContain('TELEGRAM_BOT_TOKEN');
  });

  it('an address that is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    const folder = await openFolder();
    const { port } = holder.address() as { port: number };
    const said = await refusal(folder.run(['start'], { TELLAL_HTTP: `127.0.0.1:${port}` }));
    holder.close();
    expect(said).toMatch(/cannot listen on 127\.0\.0\.1:\d+.*TELLAL_HTTP/s);
  });

  it.each([
    ['an unknown key', `${twoPreviews}colour: red\n`, /newsroom\.yaml:6:1 colour/],
    [
      'the same channel twice',
      `${twoPreviews}  - { id: preview-telegram, platform: preview, looks: telegram }\n`,
      /newsroom\.yaml:6:\d+ channels\[2\]\.id/,
    ],
    [
      'a channel without a target',
      `${twoPreviews}  - { id: tg, platform: telegram }\n`,
      /newsroom\.yaml:6:\d+ channels\[2\].*target/,
    ],
  ])('a configuration with %s', async (_what, yaml, place) => {
    const folder = await openFolder(yaml);
    expect(await refusal(folder.run(['config', 'check']))).toMatch(place);
  });
});

describe('tellal push', () => {
  it.each([
    ['not JSON', 'no JSON here', /JSON/],
    ['empty', '', /empty|nothing/],
    ['an article without an address', '{"id":"1","title":"T"}', /url/],
  ])('says what is wrong with input that is %s', async (_what, input, fault) => {
    const folder = await openFolder();
    await start(folder, ['start']).ready();
    const { code, stderr } = await folder.run(['push', '-'], {}, input);
    expect(code).toBe(1);
    expect(stderr).toMatch(fault);
  });

  it('takes a file', async () => {
    const folder = await openFolder();
    await start(folder, ['start']).ready();
    await writeFile(join(folder.path, 'event.json'), `{"type":"article.published","article":${article('7')}}`);
    expect((await folder.run(['push', 'event.json'])).stdout).toMatch(/preview-telegram +sent/);
    expect((await folder.run(['push', 'missing.json'])).stderr).toContain('missing.json');
  });
});
