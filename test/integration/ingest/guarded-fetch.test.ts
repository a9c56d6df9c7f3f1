import type { RequestListener, ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createFetcher, type Fetcher, type FetcherOptions } from '../../../src/ingest/guarded-fetch.ts';
import { waitFor } from '../../support/wait-for.ts';
import { startWebSite, type WebSite } from '../../support/web-site.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const serve = async (answer: RequestListener): Promise<WebSite> => {
  const site = await startWebSite(answer);
  open.push(site);
  return site;
};
const fetcherFor = (options: Partial<FetcherOptions>): Fetcher => {
  const fetcher = createFetcher({ allow: [], userAgent: 'Tellal/0 (+https://newsroom.example)', gapMs: 0, ...options });
  open.push(fetcher);
  return fetcher;
};
const get = (fetcher: Fetcher, url: string, maxBytes = 100_000) =>
  fetcher.fetch({ url, accept: 'text/html', maxBytes });
const isPrivate = { kind: 'failed', retry: false, reason: expect.stringContaining('private network') };

describe('a fetch', () => {
  it('gives the bytes, their type and where the redirects ended', async () => {
    const site = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end('moved');
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('Körpü');
    });
    const fetched = await get(fetcherFor({ allow: [`127.0.0.1:${site.port}`] }), `${site.url}/old`);
    expect(fetched).toMatchObject({ kind: 'fetched', url: `${site.url}/new`, contentType: 'text/html; charset=utf-8' });
    expect(fetched.kind === 'fetched' && Buffer.from(fetched.bytes).toString()).toBe('Körpü');
  });

  it('says who asks, and carries no cookie from one fetch to the next', async () => {
    const seen: Record<string, unknown>[] = [];
    const site = await serve((request, response) => {
      seen.push(request.headers);
      response.setHeader('set-cookie', 'session=1').end();
    });
    const fetcher = fetcherFor({ allow: ['127.0.0.1'] });
    await get(fetcher, site.url);
    await get(fetcher, site.url);
    expect(seen[1]).toMatchObject({ 'user-agent': 'Tellal/0 (+https://newsroom.example)', accept: 'text/html' });
    expect(seen[1]).not.toHaveProperty('cookie');
  });

  it.each([
    ['gzip', gzipSync('Körpü')],
    ['br', brotliCompressSync('Körpü')],
  ])('undoes %s', async (encoding, body) => {
    const site = await serve((_, response) => response.setHeader('content-encoding', encoding).end(body));
    const fetched = await get(fetcherFor({ allow: ['127.0.0.1'] }), site.url);
    expect(fetched.kind === 'fetched' && Buffer.from(fetched.bytes).toString()).toBe('Körpü');
  });

  it.each([
    [404, true, true],
    [410, false, true],
    [403, false, false],
    [429, true, false],
    [503, true, false],
    [204, false, false],
  ])(
    'tells of an answer %s whether to try again (%s) and whether the page is gone (%s)',
    async (status, retry, gone) => {
      const site = await serve((_, response) => response.writeHead(status).end());
      const fetched = await get(fetcherFor({ allow: ['127.0.0.1'] }), site.url);
      expect(fetched).toMatchObject({ kind: 'failed', retry, gone, reason: `the site answered ${status}` });
    },
  );

  it('follows five redirects and no more', async () => {
    const site = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end('there');
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    });
    const fetcher = fetcherFor({ allow: ['127.0.0.1'] });
    expect(await get(fetcher, `${site.url}/5`)).toMatchObject({ kind: 'fetched' });
    expect(await get(fetcher, `${site.url}/6`)).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('redirects'),
    });
  });

  it('follows a redirect to an address in Cyrillic that is not escaped', async () => {
    const site = await serve((request, response) => {
      if (request.url === '/') response.writeHead(302, { location: Buffer.from('/мост').toString('latin1') }).end();
      else response.end(request.url);
    });
    const fetched = await get(fetcherFor({ allow: ['127.0.0.1'] }), site.url);
    expect(fetched).toMatchObject({ url: new URL('/мост', site.url).href });
  });

  it.each(['ftp://newsroom.example/', 'file:///etc/passwd', 'http://user:secret@newsroom.example/', 'nowhere', ''])(
    'refuses the address %j without repeating it',
    async (url) => {
      const fetched = await get(fetcherFor({}), url);
      expect(fetched).toMatchObject({ kind: 'failed', retry: false });
      expect(JSON.stringify(fetched)).not.toContain('secret');
    },
  );

  it('says when there is no such host, or nobody listens', async () => {
    const resolve = async () => {
      throw Object.assign(new Error('no'), { code: 'ENOTFOUND' });
    };
    const missing = await get(fetcherFor({ resolve }), 'http://newsroom.example/');
    expect(missing).toMatchObject({ kind: 'failed', retry: true, reason: 'there is no such host' });
    const site = await startWebSite(() => undefined);
    await site.close();
    const silent = await get(fetcherFor({ allow: ['127.0.0.1'] }), site.url);
    expect(silent).toMatchObject({ kind: 'failed', retry: true, reason: expect.stringContaining('ECONNREFUSED') });
  });

  it('asks a host for two things at a time', async () => {
    const held: ServerResponse[] = [];
    let most = 0;
    const site = await serve((_, response) => {
      held.push(response);
      most = Math.max(most, held.length);
      if (held.length < 2) return;
      setImmediate(() => {
        for (const one of held.splice(0)) one.end();
      });
    });
    const fetcher = fetcherFor({ allow: ['127.0.0.1'] });
    const fetched = await Promise.all(Array.from({ length: 12 }, () => get(fetcher, site.url)));
    expect(fetched.map(({ kind }) => kind)).toEqual(Array(12).fill('fetched'));
    expect(most).toBe(2);
  });
});

describe('a fetch from a private network', () => {
  it.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://2130706433/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://0.0.0.0/',
    'https://10.0.0.1/',
  ])('is refused for %s', async (url) => {
    expect(await get(fetcherFor({}), url)).toMatchObject(isPrivate);
  });

  it('is refused for a name that leads there', async () => {
    const asked: string[] = [];
    const site = await serve((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    const fetcher = fetcherFor({ resolve: async () => ['127.0.0.1', '::1', '10.0.0.1'] });
    expect(await get(fetcher, `http://newsroom.example:${site.port}/`)).toMatchObject(isPrivate);
    expect(asked).toEqual([]);
  });

  it('is refused when a redirect leads there', async () => {
    const inner = await serve((_, response) => response.end('secret'));
    const outer = await serve((_, response) => response.writeHead(302, { location: `${inner.url}/admin` }).end());
    expect(await get(fetcherFor({ allow: [`127.0.0.1:${outer.port}`] }), outer.url)).toMatchObject(isPrivate);
  });

  it('is refused when a name begins to lead there after it was looked at', async () => {
    const site = await serve((_, response) => response.end('page'));
    const answers = [['127.0.0.1'], ['127.0.0.2']];
    const fetcher = fetcherFor({ allow: [`127.0.0.1:${site.port}`], resolve: async () => answers.shift() ?? [] });
    const url = `http://newsroom.example:${site.port}/`;
    expect(await get(fetcher, url)).toMatchObject({ kind: 'fetched' });
    expect(await get(fetcher, url)).toMatchObject(isPrivate);
  });

  it('is refused for any other port, host and address than the allowed ones', async () => {
    const site = await serve((_, response) => response.end('page'));
    const resolve = async () => ['127.0.0.1'];
    const url = `http://cms.internal:${site.port}/`;
    expect(await get(fetcherFor({ allow: [`cms.internal:${site.port}`], resolve }), url)).toMatchObject({
      kind: 'fetched',
    });
    expect(await get(fetcherFor({ allow: ['cms.internal'], resolve }), url)).toMatchObject({ kind: 'fetched' });
    expect(await get(fetcherFor({ allow: ['127.0.0.0/8'], resolve }), url)).toMatchObject({ kind: 'fetched' });
    expect(await get(fetcherFor({ allow: ['cms.internal:1'], resolve }), url)).toMatchObject(isPrivate);
    expect(await get(fetcherFor({ allow: ['other.internal'], resolve }), url)).toMatchObject(isPrivate);
    expect(await get(fetcherFor({ allow: ['127.0.0.2/32'], resolve }), url)).toMatchObject(isPrivate);
  });

  it('says how to allow it', async () => {
    expect(await get(fetcherFor({}), 'http://10.0.0.1/')).toMatchObject({
      hint: expect.stringContaining('fetch.allow'),
    });
  });

  it('does not extend to odd ports of public hosts', async () => {
    const fetched = await get(fetcherFor({ resolve: async () => ['93.184.216.34'] }), 'http://newsroom.example:25/');
    expect(fetched).toMatchObject({ kind: 'failed', retry: false, reason: expect.stringContaining('not a port') });
  });
});

describe('a fetch that would not end', () => {
  const isLate = { kind: 'failed', retry: true, reason: 'the site did not answer in time' };
  const allow = ['127.0.0.1'];

  it('is given up when no answer comes', async () => {
    const site = await serve(() => undefined);
    expect(await get(fetcherFor({ allow, timeoutMs: 100 }), site.url)).toMatchObject(isLate);
  });

  it('is given up when the answer drips, and its connection is closed', async () => {
    let closed = false;
    const site = await serve((request, response) => {
      const drip = setInterval(() => response.write('.'), 5);
      request.socket.on('close', () => {
        clearInterval(drip);
        closed = true;
      });
    });
    expect(await get(fetcherFor({ allow, timeoutMs: 200 }), site.url)).toMatchObject(isLate);
    await waitFor('the connection to close', () => closed);
  });

  it('is given up when the answer is too large, whether it says so or not', async () => {
    const site = await serve((request, response) => {
      if (request.url === '/said') response.setHeader('content-length', 100_001);
      const pour = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(50_000)));
      };
      response.on('drain', pour);
      pour();
    });
    const fetcher = fetcherFor({ allow });
    expect(await get(fetcher, `${site.url}/said`)).toMatchObject({
      kind: 'failed',
      retry: false,
      reason: 'it is too large',
    });
    expect(await get(fetcher, `${site.url}/unsaid`)).toMatchObject({
      kind: 'failed',
      retry: false,
      reason: 'it is too large',
    });
  });

  it('is given up when a small file unpacks to a large one', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    const site = await serve((_, response) => response.setHeader('content-encoding', 'gzip').end(bomb));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await get(fetcherFor({ allow }), site.url)).toMatchObject({ kind: 'failed', reason: 'it is too large' });
  });

  it('is tried again when the answer was cut off', async () => {
    const site = await serve((_, response) => {
      response.setHeader('content-length', 1_000).write('half');
      setImmediate(() => response.destroy());
    });
    expect(await get(fetcherFor({ allow }), site.url)).toMatchObject({ kind: 'failed', retry: true });
    const packed = await serve((_, response) =>
      response.setHeader('content-encoding', 'gzip').end(gzipSync('Körpü').subarray(0, 15)),
    );
    expect(await get(fetcherFor({ allow }), packed.url)).toMatchObject({ kind: 'failed', retry: true });
  });

  it('is refused when it is encoded in a way that nobody asked for', async () => {
    const site = await serve((_, response) => response.setHeader('content-encoding', 'zstd').end('x'));
    expect(await get(fetcherFor({ allow }), site.url)).toMatchObject({ kind: 'failed', retry: false });
  });
});
