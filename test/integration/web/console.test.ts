import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createFakeWeb, type FakeWeb } from '../../support/fake-web.ts';

let web: FakeWeb;
beforeEach(async () => {
  web = await createFakeWeb();
});
afterEach(() => web.app.close());

const sameOrigin = { 'sec-fetch-site': 'same-origin' };
const encode = (form: Record<string, string>) => new URLSearchParams(form).toString();
const postForm = (
  url: string,
  form: Record<string, string>,
  more: { cookies?: Record<string, string>; headers?: Record<string, string> } = {},
) =>
  web.app.inject({
    method: 'POST',
    url,
    payload: encode(form),
    headers: { ...sameOrigin, 'content-type': 'application/x-www-form-urlencoded', ...more.headers },
    ...(more.cookies ? { cookies: more.cookies } : {}),
  });

/** A browser without scripts: it keeps the cookie and the token of the forms. */
const signIn = async (role: 'viewer' | 'editor' | 'ops') => {
  const answer = await postForm('/login', { token: web.tokens[role] });
  const cookies = { tellal: answer.cookies[0]?.value ?? '' };
  const get = (url: string, headers: Record<string, string> = {}) => web.app.inject({ url, cookies, headers });
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await get('/')).body)?.[1] ?? '';
  return {
    answer,
    get,
    post: (url: string, form: Record<string, string>) => postForm(url, { _csrf: csrf, ...form }, { cookies }),
  };
};

const bridge = { id: '41', url: 'https://herald.example/41', title: 'Мост открыт', text: 'Движение началось утром.' };

describe('the door of the console', () => {
  it('leads strangers to the sign-in and back to where they wanted', async () => {
    const asked = await web.app.inject('/deliveries?state=unknown');
    expect([asked.statusCode, asked.headers.location]).toEqual([303, '/login?next=%2Fdeliveries%3Fstate%3Dunknown']);
    const page = await web.app.inject(String(asked.headers.location));
    expect(page.body).toContain('value="/deliveries?state=unknown"');
    const entered = await postForm('/login', { token: web.tokens.viewer, next: '/deliveries?state=unknown' });
    expect([entered.statusCode, entered.headers.location]).toEqual([303, '/deliveries?state=unknown']);
  });

  it('keeps the session in a cookie that scripts and other sites cannot use', async () => {
    const { answer } = await signIn('editor');
    expect(answer.cookies[0]).toMatchObject({ name: 'tellal', httpOnly: true, sameSite: 'Lax', path: '/' });
    const secure = await createFakeWeb({ secureCookies: true });
    const payload = { token: secure.tokens.editor };
    const headers = { ...sameOrigin, 'content-type': 'application/x-www-form-urlencoded' };
    const entered = await secure.app.inject({ method: 'POST', url: '/login', headers, payload: encode(payload) });
    expect(entered.cookies[0]).toMatchObject({ name: '__Host-tellal', secure: true });
    await secure.app.close();
  });

  it('says so when the token is not known, and never repeats it', async () => {
    const answer = await postForm('/login', { token: 'hunter2' });
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toContain('not known');
    expect(answer.body).not.toContain('hunter2');
  });

  it('does not lead away to another site', async () => {
    const answer = await postForm('/login', { token: web.tokens.editor, next: '//evil.example' });
    expect(answer.headers.location).toBe('/');
  });

  it('knows its own page by the Origin where a browser says no more', async () => {
    const enter = (origin: string) =>
      web.app.inject({
        method: 'POST',
        url: '/login',
        payload: encode({ token: web.tokens.editor }),
        headers: { host: 'desk.herald.example', origin, 'content-type': 'application/x-www-form-urlencoded' },
      });
    expect((await enter('http://desk.herald.example')).statusCode).toBe(303);
    expect((await enter('http://evil.example')).statusCode).toBe(403);
    expect((await enter('null')).statusCode).toBe(403);
  });

  it('refuses a sign-in that another site sends', async () => {
    const answer = await postForm(
      '/login',
      { token: web.tokens.editor },
      { headers: { 'sec-fetch-site': 'cross-site' } },
    );
    expect([answer.statusCode, answer.cookies]).toEqual([403, []]);
  });

  it('slows down whoever guesses', async () => {
    const codes = [];
    for (let i = 0; i < 11; i += 1) codes.push((await postForm('/login', { token: `guess-${i}` })).statusCode);
    expect(codes).toEqual([...Array(10).fill(401), 429]);
  });

  it('ends the session on leaving', async () => {
    const { get, post } = await signIn('editor');
    expect((await post('/logout', {})).headers.location).toBe('/login');
    expect((await get('/')).statusCode).toBe(303);
  });

  it('allows nothing inline and no frame', async () => {
    const policy = String((await web.app.inject('/login')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });
});

describe('the desk, with scripts off', () => {
  it('shows what each channel would say', async () => {
    const { post } = await signIn('editor');
    const page = await post('/desk/preview', { title: 'Мост открыт', text: 'Движение началось утром.' });
    expect(page.body.match(/class="bubble (telegram|whatsapp)"/g)).toHaveLength(3);
    expect(web.pushes).toEqual([]);
  });

  it('pushes, says so, and lists what came of it', async () => {
    const { get, post } = await signIn('editor');
    const pushed = await post('/desk/push', {
      ...bridge,
      to: 'tg-ru',
      breaking: 'yes',
      at: '2026-03-02T18:00',
      zone: '240',
    });
    expect(web.pushes).toEqual([{ article: bridge, to: ['tg-ru'], breaking: true, at: '2026-03-02T18:00:00+04:00' }]);
    const page = await get(String(pushed.headers.location));
    expect(page.body).toContain('Handed over');
    expect(page.body).toContain('id="delivery-41%40tg-ru"');
  });

  it('keeps what was typed when the push is refused', async () => {
    const { post } = await signIn('editor');
    const page = await post('/desk/push', { title: 'Без адреса', text: 'Слова, которые жаль потерять.' });
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain('Слова, которые жаль потерять.');
    expect(page.body).toContain('url is required');
  });

  it('reads a pasted address or JSON into the form', async () => {
    const { post } = await signIn('editor');
    expect((await post('/desk/draft', { pasted: 'https://herald.example/42' })).body).toContain(
      'Bakıda yeni körpü açıldı',
    );
    expect((await post('/desk/draft', { pasted: JSON.stringify(bridge) })).body).toContain('value="Мост открыт"');
    expect((await post('/desk/draft', { pasted: '{"id": ' })).statusCode).toBe(422);
  });

  it('corrects an article and takes it back', async () => {
    const { get, post } = await signIn('editor');
    await post('/desk/push', bridge);
    await post('/articles/41/correct', { ...bridge, title: 'Мост открыли' });
    expect((await get('/articles/41')).body).toContain('revision 2');
    await post('/articles/41/retract', {});
    expect((await get('/articles/41')).body).toContain('was taken back');
  });

  it('shows what a correction would say, and changes nothing', async () => {
    const { get, post } = await signIn('editor');
    await post('/desk/push', bridge);
    const page = await post('/articles/41/preview', { ...bridge, title: 'Мост открыли на месяц раньше' });
    expect(page.statusCode).toBe(200);
    expect(page.body).toMatch(/class="bubbles".*Мост открыли на месяц раньше/s);
    expect(page.body).toContain('value="Мост открыли на месяц раньше"');
    expect((await get('/articles/41')).body).toContain('revision 1');
  });

  it('answers for deliveries', async () => {
    const { get, post } = await signIn('editor');
    await post('/desk/push', bridge);
    web.settle('41@tg-ru', { state: 'unknown', needs: 'person', reason: 'connection lost' });
    web.settle('41@wa-ru', { state: 'refused', reason: 'not an admin of the channel' });
    const page = (await get('/deliveries')).body;
    expect(page).toContain('connection lost');
    expect(page).toContain('not an admin of the channel');
    await post('/deliveries/41%40tg-ru/resolve', { sent: 'true', messageId: '152' });
    const back = await post('/deliveries/41%40wa-ru/retry', { back: '/deliveries?state=refused' });
    expect(back.headers.location).toBe('/deliveries?state=refused');
    expect((await get('/deliveries?state=sent')).body).toContain('id 152');
    expect((await get('/deliveries?state=refused')).body).toContain('No delivery is like this');
  });

  it('shows a preview channel from the oldest post to the newest', async () => {
    const { get } = await signIn('viewer');
    const post = (messageId: string, text: string) => ({
      messageId,
      text,
      image: null,
      sentAt: '2026-03-02T09:30:00Z',
      editedAt: null,
    });
    web.show(post('1', 'the first'));
    web.show(post('2', 'the second'));
    const page = (await get('/channels/preview-az')).body;
    expect(page.indexOf('the first')).toBeGreaterThan(0);
    expect(page.indexOf('the second')).toBeGreaterThan(page.indexOf('the first'));
  });
});

describe('who may do what', () => {
  it('refuses a form that this server did not write', async () => {
    const { post } = await signIn('editor');
    const answer = await post('/desk/push', { ...bridge, _csrf: 'guessed' });
    expect([answer.statusCode, web.pushes]).toEqual([403, []]);
  });

  it('offers each role its own buttons', async () => {
    const viewer = await signIn('viewer');
    const ops = await signIn('ops');
    expect((await viewer.get('/')).body).not.toContain('>Push<');
    expect((await viewer.get('/channels')).body).not.toContain('Pause this lane');
    expect((await ops.get('/channels')).body).toContain('Pause this lane');
    await ops.post('/channels/tg-ru/pause', { back: '/channels' });
    expect((await viewer.get('/channels')).body).toContain('This lane is paused');
    expect((await viewer.post('/channels/tg-ru/resume', {})).statusCode).toBe(403);
  });

  it('sends a page whose session has ended to the sign-in', async () => {
    const answer = await web.app.inject({ url: '/', headers: { 'hx-request': 'true' } });
    expect([answer.statusCode, answer.headers['hx-redirect']]).toEqual([401, '/login?next=%2F']);
  });

  it('shows a fault as a page, and leaves a fragment alone', async () => {
    const { get } = await signIn('viewer');
    web.failWith({ code: 'unavailable', message: 'Redis does not answer.', hint: 'Try again shortly.' });
    const page = await get('/channels');
    expect([page.statusCode, page.body]).toEqual([503, expect.stringContaining('Redis does not answer.')]);
    expect((await get('/channels', { 'hx-request': 'true' })).headers['hx-reswap']).toBe('none');
  });
});
