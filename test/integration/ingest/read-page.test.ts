import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { createFetcher, type Fetcher } from '../../../src/ingest/guarded-fetch.ts';
import { createPageReader } from '../../../src/ingest/read-page.ts';
import { startWebSite, type WebSite } from '../../support/web-site.ts';

const page = `<!doctype html><html lang="ru"><head><meta charset="windows-1251"><title>Новый мост открыт | Герольд</title>
<meta property="og:image" content="/img/1009.jpg"></head><body><h1>Новый мост открыт</h1><p>Мост соединил два берега.</p></body></html>`;

let site: WebSite;
let fetcher: Fetcher;

beforeAll(async () => {
  site = await startWebSite((request, response) => {
    if (request.url === '/short') response.writeHead(302, { location: '/news/1009' }).end();
    else if (request.url === '/news/1009')
      response.setHeader('content-type', 'text/html').end(iconv.encode(page, 'windows-1251'));
    else if (request.url === '/report.pdf') response.setHeader('content-type', 'application/pdf').end('%PDF-1.7');
    else response.writeHead(404).end();
  });
  fetcher = createFetcher({ allow: [`127.0.0.1:${site.port}`], userAgent: 'Tellal/0', gapMs: 0 });
});
afterAll(async () => {
  await fetcher.close();
  await site.close();
});

describe('createPageReader', () => {
  it('reads a page in windows-1251 behind a redirect', async () => {
    expect(await createPageReader(fetcher)(`${site.url}/short`)).toMatchObject({
      kind: 'read',
      article: {
        url: `${site.url}/news/1009`,
        title: 'Новый мост открыт',
        language: 'ru',
        image: `${site.url}/img/1009.jpg`,
        html: page,
      },
    });
  });

  it.each([
    ['/report.pdf', false, 'the address holds application/pdf, not a page'],
    ['/news/1010', true, 'the site answered 404'],
  ])('says why %s cannot be read', async (path, retry, reason) => {
    expect(await createPageReader(fetcher)(site.url + path)).toMatchObject({ kind: 'failed', retry, reason });
  });
});
