import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { InjectOptions } from 'fastify';
import { createFakeWeb, type FakeWeb } from '../../support/fake-web.ts';

let web: FakeWeb;
beforeEach(async () => {
  web = await createFakeWeb();
});
afterEach(() => web.app.close());

const bridge = { id: '41', url: 'https://herald.example/41', title: 'Мост открыт', text: 'Движение началось утром.' };

const ask = (method: InjectOptions['method'], url: string, token: string, body?: object) =>
  web.app.inject({
    method: method ?? 'GET',
    url,
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { payload: body }),
  });

describe('announcing an article over HTTP', () => {
  it('accepts it and says where to look', async () => {
    const pushed = await ask('POST', '/api/articles', web.tokens.editor, bridge);
    expect(pushed.statusCode).toBe(202);
    expect(pushed.json()).toEqual({ id: '41', revision: 1 });
    const found = await ask('GET', String(pushed.headers.location), web.tokens.viewer);
    expect(found.json()).toMatchObject({ article: { title: 'Мост открыт', retracted: false } });
    expect(found.json().deliveries).toHaveLength(3);
  });

  it('hands the chosen channels and the time to the desk', async () => {
    await ask('POST', '/api/articles?to=tg-ru,%20wa-ru&at=2026-03-02T12:00:00%2B04:00', web.tokens.editor, bridge);
    expect(web.pushes).toEqual([{ article: bridge, to: ['tg-ru', 'wa-ru'], at: '2026-03-02T12:00:00+04:00' }]);
  });

  it('names every fault of the article by its path', async () => {
    const answer = await ask('POST', '/api/articles', web.tokens.editor, { title: 'Without an address' });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json()).toMatchObject({
      type: 'urn:tellal:problem:invalid',
      status: 422,
      errors: [
        { path: 'id', message: 'id is required' },
        { path: 'url', message: 'url is required' },
      ],
    });
  });

  it('keeps ids whole that hold any characters', async () => {
    const id = 'https://herald.example/news/41?a=b@c д';
    const pushed = await ask('POST', '/api/articles', web.tokens.editor, { ...bridge, id });
    expect((await ask('GET', String(pushed.headers.location), web.tokens.viewer)).json().article.id).toBe(id);
    const delivery = encodeURIComponent(`${id}@tg-ru`);
    web.settle(`${id}@tg-ru`, { state: 'refused', reason: 'chat not found' });
    expect((await ask('POST', `/api/deliveries/${delivery}/retry`, web.tokens.editor)).json().state).toBe('planned');
  });

  it('corrects and takes back', async () => {
    await ask('POST', '/api/articles', web.tokens.editor, bridge);
    const corrected = await ask('PUT', '/api/articles/41', web.tokens.editor, { ...bridge, title: 'Мост открыли' });
    expect([corrected.statusCode, corrected.json().revision]).toEqual([202, 2]);
    expect((await ask('DELETE', '/api/articles/41', web.tokens.editor)).statusCode).toBe(202);
    const late = await ask('PUT', '/api/articles/41', web.tokens.editor, bridge);
    expect(late.json()).toMatchObject({ status: 409, hint: 'Publish it under a new id.' });
  });

  it('shows what each channel would say and sends nothing', async () => {
    const preview = await ask('POST', '/api/preview', web.tokens.editor, bridge);
    expect(preview.json().channels).toHaveLength(3);
    expect(preview.json().channels[0].text).toContain('<b>Мост открыт</b>');
    expect(web.pushes).toEqual([]);
  });
});

describe('channels and deliveries over HTTP', () => {
  it('holds a lane and lets it go on', async () => {
    const pausedNow = async () => (await ask('GET', '/api/channels', web.tokens.viewer)).json()[0].paused;
    expect((await ask('POST', '/api/channels/tg-ru/pause', web.tokens.ops)).statusCode).toBe(200);
    expect(await pausedNow()).toBe(true);
    await ask('POST', '/api/channels/tg-ru/resume', web.tokens.ops);
    expect(await pausedNow()).toBe(false);
  });

  it('shows the posts of a preview channel', async () => {
    web.show({ messageId: '7', text: '<b>x</b>', image: null, sentAt: '2026-03-02T09:30:00Z', editedAt: null });
    expect((await ask('GET', '/api/channels/preview-az/posts?limit=5', web.tokens.viewer)).json()).toHaveLength(1);
    expect((await ask('GET', '/api/channels/tg-ru/posts', web.tokens.viewer)).statusCode).toBe(404);
  });

  it('filters deliveries and answers for an unknown outcome', async () => {
    await ask('POST', '/api/articles', web.tokens.editor, bridge);
    web.settle('41@wa-ru', { state: 'unknown', needs: 'person', reason: 'connection lost' });
    const unknown = await ask('GET', '/api/deliveries?state=unknown', web.tokens.viewer);
    expect(unknown.json().map((delivery: { id: string }) => delivery.id)).toEqual(['41@wa-ru']);
    const answer = { sent: true, messageId: '152' };
    const resolved = await ask('POST', '/api/deliveries/41%40wa-ru/resolve', web.tokens.editor, answer);
    expect(resolved.json()).toMatchObject({ state: 'sent', messageId: '152' });
    const again = await ask('POST', '/api/deliveries/41%40wa-ru/resolve', web.tokens.editor, answer);
    expect(again.statusCode).toBe(409);
  });

  it('names the states when one is not known', async () => {
    const answer = await ask('GET', '/api/deliveries?state=lost', web.tokens.viewer);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0]).toMatchObject({ path: '/state' });
    expect(answer.json().errors[0].message).toContain('unknown');
  });

  it('leads readers of an article to the channel without a token', async () => {
    const answer = await web.app.inject('/follow/tg-ru');
    expect([answer.statusCode, answer.headers.location]).toEqual([302, 'https://t.me/herald']);
    expect((await web.app.inject('/follow/none')).json().type).toBe('urn:tellal:problem:not-found');
  });
});

describe('what is refused', () => {
  const problemOf = (answer: { headers: Record<string, unknown>; json: () => unknown }) => {
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    return answer.json();
  };

  it('asks for a token', async () => {
    const answer = await web.app.inject({ method: 'POST', url: '/api/articles', payload: bridge });
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="tellal"');
    expect(problemOf(answer)).toMatchObject({ status: 401, detail: 'No token was sent.' });
    expect(problemOf(await ask('GET', '/api/channels', 'wrong'))).toMatchObject({ detail: 'The token is not known.' });
  });

  it('refuses what a role may not do', async () => {
    expect(problemOf(await ask('POST', '/api/articles', web.tokens.viewer, bridge))).toMatchObject({
      status: 403,
      hint: 'Ask someone with the role editor.',
    });
  });

  it('refuses a body over 5 MB and says what to do', async () => {
    const answer = await ask('POST', '/api/articles', web.tokens.editor, {
      ...bridge,
      html: 'x'.repeat(5 * 1024 * 1024),
    });
    expect(problemOf(answer)).toMatchObject({ status: 413, hint: expect.stringContaining('Send the text') });
  });

  it.each([
    ['not JSON', 'application/json', '{"id": ', 400],
    ['nothing', 'application/json', '', 400],
    ['a list', 'application/json', '[]', 400],
    ['a form', 'application/x-www-form-urlencoded', 'id=1', 415],
    ['plain text', 'text/plain', '{"id": "1"}', 415],
    ['a poisoned prototype', 'application/json', '{"__proto__": {"a": 1}}', 400],
  ])('refuses %s as a body', async (_name, type, payload, status) => {
    const headers = { authorization: `Bearer ${web.tokens.editor}`, 'content-type': type };
    const answer = await web.app.inject({ method: 'POST', url: '/api/articles', headers, payload });
    expect(problemOf(answer)).toMatchObject({ status, hint: expect.any(String) });
    expect(web.pushes).toEqual([]);
  });

  it('takes a request that needs no body, whatever content type it declares', async () => {
    const headers = { authorization: `Bearer ${web.tokens.editor}`, 'content-type': 'application/json' };
    const answer = await web.app.inject({ method: 'DELETE', url: '/api/articles/never-seen', headers });
    expect(problemOf(answer)).toMatchObject({ status: 404 });
    const asOps = { ...headers, authorization: `Bearer ${web.tokens.ops}` };
    const pause = await web.app.inject({ method: 'POST', url: '/api/channels/tg-ru/pause', headers: asOps });
    expect(pause.statusCode).toBe(200);
  });

  it('answers unknown and broken addresses with a problem', async () => {
    expect(problemOf(await web.app.inject('/nothing/here'))).toMatchObject({ status: 404 });
    expect(problemOf(await web.app.inject('/api/articles/%E0%A4'))).toMatchObject({ status: 400 });
  });

  it('is unavailable, not broken, when Redis is away', async () => {
    web.failWith({ code: 'unavailable', message: 'Redis does not answer.', hint: 'Try again shortly.' });
    const told = await ask('GET', '/api/channels', web.tokens.viewer);
    expect(problemOf(told)).toMatchObject({ status: 503, hint: expect.stringContaining('Try again') });
    expect(told.headers['retry-after']).toBe('5');
  });

  it('tells nobody the insides of a fault', async () => {
    web.failWith(new Error('password of redis is hunter2'));
    const answer = await ask('GET', '/api/channels', web.tokens.viewer);
    expect(problemOf(answer)).toMatchObject({ status: 500 });
    expect(answer.body).not.toContain('hunter2');
  });

  it('changes nothing for a console session without the token of its page', async () => {
    const session = await web.desk.access.login(web.tokens.editor);
    const cookies = { tellal: session?.session ?? '' };
    const push = (headers: Record<string, string>) =>
      web.app.inject({ method: 'POST', url: '/api/articles', cookies, headers, payload: bridge });
    expect((await push({})).statusCode).toBe(403);
    expect((await push({ 'x-csrf-token': 'guessed' })).statusCode).toBe(403);
    expect((await push({ 'x-csrf-token': 'csrf-of-elif' })).statusCode).toBe(202);
  });
});

describe('what is open to machines', () => {
  it('describes the contract as OpenAPI 3.1', async () => {
    const description = (await web.app.inject('/openapi.json')).json();
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths).sort()).toEqual([
      '/api/articles',
      '/api/articles/{id}',
      '/api/channels',
      '/api/channels/{id}/pause',
      '/api/channels/{id}/posts',
      '/api/channels/{id}/resume',
      '/api/deliveries',
      '/api/deliveries/{id}/resolve',
      '/api/deliveries/{id}/retry',
      '/api/preview',
      '/api/whatsapp',
      '/api/whatsapp/link',
      '/follow/{channel}',
    ]);
    expect(description.components.schemas.ArticleInput.required).toEqual(['id', 'url', 'title']);
    expect(description.components.schemas.ArticleInput.properties.text.type).toEqual(['string', 'null']);
    expect(Object.keys(description.paths['/follow/{channel}'].get.responses)).toEqual(['302', '404']);
  });

  it('answers the probes', async () => {
    expect((await web.app.inject('/livez')).json()).toEqual({ ok: true });
    expect((await web.app.inject('/readyz')).json()).toEqual({ ok: true, checks: { redis: { ok: true } } });
    expect((await web.app.inject('/metrics')).body).toContain('tellal_up 1');
  });
});
