import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readDocs } from '../../support/docs/read-docs.ts';
import { createFakeWeb, type FakeWeb } from '../../support/fake-web.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

let web: FakeWeb;
beforeAll(async () => {
  web = await createFakeWeb();
});
afterAll(() => web.app.close());

/** `POST /api/articles`, an address alone, or the address that a curl goes to. */
const readRequest = (line: string): { readonly method: Method; readonly url: string } | null => {
  const [, named, path] = /^(?:(GET|POST|PUT|DELETE) )?(\/[a-z]\S*)$/.exec(line) ?? [];
  if (path) return { method: (named as Method | undefined) ?? 'GET', url: path };
  const [, address] = /^curl .*?https?:\/\/[^/\s]+(\/[^\s"']*)/.exec(line) ?? [];
  const method = /-X (POST|PUT|DELETE)/.exec(line)?.[1] as Method | undefined;
  return address ? { method: method ?? 'GET', url: address } : null;
};

const isFile = (url: string): boolean => /\.(?:md|ts|yaml|png|svg)$|^\/(?:newbot|usr)/.test(url);

const requests = readDocs().flatMap(({ path, code }) =>
  code.flatMap((line) => {
    const request = readRequest(line.trim());
    return request && !isFile(request.url) ? [{ path, ...request }] : [];
  }),
);

describe('the addresses in the docs', () => {
  it('are found in them', () => {
    expect(requests.length).toBeGreaterThan(15);
  });

  it.each(requests)('$path: $method $url', async ({ method, url }) => {
    const filled = url
      .replace(/<channel>|:channel/, 'tg-ru')
      .replace(/:id/, '1009')
      .replace(/\/follow\/$/, '/follow/tg-ru');
    const answer = await web.app.inject({ method, url: filled });
    expect(answer.body).not.toContain(`There is no ${method} here`);
  });
});
