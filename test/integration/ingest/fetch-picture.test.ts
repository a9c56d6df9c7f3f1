import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPictureFetcher } from '../../../src/ingest/fetch-picture.ts';
import { createFetcher, type Fetcher } from '../../../src/ingest/guarded-fetch.ts';
import { createPictureScaler, type ScalePicture } from '../../../src/ingest/scale-picture.ts';
import { gif, jpeg, png, webp } from '../../support/pictures.ts';
import { startWebSite, type WebSite } from '../../support/web-site.ts';

const files: Record<string, Buffer> = {
  '/photo.jpg': jpeg(640, 480),
  '/photo.png': png(64, 48),
  '/photo.webp': webp.extended(64, 48),
  '/flaw.jpg': jpeg(64, 48),
  '/photo.gif': gif(64, 48),
  '/page.jpg': Buffer.from('<html>not found</html>'),
  '/cut.png': png(64, 48).subarray(0, -8),
  '/huge.jpg': Buffer.concat([jpeg(64, 48), Buffer.alloc(20 * 1024 * 1024)]),
  '/wide.jpg': jpeg(6_000, 4_001),
  '/strip.jpg': jpeg(2_100, 100),
  '/nothing.gif': gif(0, 48),
};

/** A machine that cannot scale. */
const asItIs: ScalePicture = async () => ({ kind: 'unavailable' });

let site: WebSite;
let fetcher: Fetcher;
let asked: string[] = [];

beforeAll(async () => {
  site = await startWebSite((request, response) => {
    asked.push(request.url ?? '');
    const file = files[request.url ?? ''];
    const isFirst = asked.filter((path) => path === request.url).length === 1;
    if (request.url === '/flaw.jpg' && isFirst) return response.writeHead(503).end();
    // The type that a site names is not believed.
    if (file) return response.setHeader('content-type', 'application/octet-stream').end(file);
    return response.writeHead(404).end();
  });
  fetcher = createFetcher({ allow: [`127.0.0.1:${site.port}`], userAgent: 'Tellal/0', gapMs: 0 });
});
afterAll(async () => {
  await fetcher.close();
  await site.close();
});

describe('createPictureFetcher', () => {
  it.each([
    ['/photo.jpg', 'image/jpeg', 'picture.jpg'],
    ['/photo.png', 'image/png', 'picture.png'],
    ['/photo.webp', 'image/webp', 'picture.webp'],
    ['/photo.gif', 'image/gif', 'picture.gif'],
  ])('fetches %s and knows its type by its bytes', async (path, type, filename) => {
    const fetched = await createPictureFetcher(fetcher, asItIs)(site.url + path);
    expect(fetched).toMatchObject({ kind: 'fetched', picture: { type, filename } });
    expect(fetched.kind === 'fetched' && files[path]?.equals(fetched.picture.bytes)).toBe(true);
  });

  it.each([
    ['/page.jpg', 'it is not a jpeg, png, webp or gif'],
    ['/cut.png', 'the file is cut off'],
    ['/huge.jpg', 'it is too large'],
    ['/wide.jpg', '6000 x 4001 pixels are more than 10000 together'],
    ['/strip.jpg', '2100 x 100 pixels are longer than 20 to 1'],
    ['/nothing.gif', 'it has no size'],
    ['/missing.jpg', 'the site answered 404'],
  ])('refuses %s: %s', async (path, reason) => {
    expect(await createPictureFetcher(fetcher, asItIs)(site.url + path)).toEqual({ kind: 'failed', reason });
  });

  it('scales what it fetched, once for all who ask', async () => {
    const scale = createPictureScaler();
    let scaled = 0;
    const fetchPicture = createPictureFetcher(fetcher, (bytes) => {
      scaled += 1;
      return scale(bytes);
    });
    const [one, other] = await Promise.all([1, 2].map(() => fetchPicture(`${site.url}/photo.png`)));
    expect(one).toMatchObject({ kind: 'fetched', picture: { type: 'image/jpeg', filename: 'picture.jpg' } });
    expect(other).toBe(one);
    expect(scaled).toBe(1);
  });

  it('says why a picture cannot be scaled', async () => {
    const fetched = await createPictureFetcher(fetcher, createPictureScaler())(`${site.url}/photo.jpg`);
    expect(fetched).toEqual({ kind: 'failed', reason: 'it cannot be read as a picture' });
  });

  it('asks a second time when the site stumbles', async () => {
    asked = [];
    expect(await createPictureFetcher(fetcher, asItIs)(`${site.url}/flaw.jpg`)).toMatchObject({ kind: 'fetched' });
    expect(asked).toEqual(['/flaw.jpg', '/flaw.jpg']);
  });

  it('fetches once for a fan-out, and again when ten minutes have passed', async () => {
    let now = 0;
    asked = [];
    const fetchPicture = createPictureFetcher(fetcher, asItIs, () => now);
    await Promise.all([1, 2, 3].map(() => fetchPicture(`${site.url}/photo.jpg`)));
    await fetchPicture(`${site.url}/photo.jpg`);
    expect(asked).toEqual(['/photo.jpg']);
    now = 10 * 60_000;
    await fetchPicture(`${site.url}/photo.jpg`);
    expect(asked).toEqual(['/photo.jpg', '/photo.jpg']);
  });

  it('forgets a failure sooner than a picture', async () => {
    let now = 0;
    asked = [];
    const fetchPicture = createPictureFetcher(fetcher, asItIs, () => now);
    await fetchPicture(`${site.url}/missing.jpg`);
    await fetchPicture(`${site.url}/missing.jpg`);
    expect(asked).toEqual(['/missing.jpg']);
    now = 30_000;
    await fetchPicture(`${site.url}/missing.jpg`);
    expect(asked).toEqual(['/missing.jpg', '/missing.jpg']);
  });
});
