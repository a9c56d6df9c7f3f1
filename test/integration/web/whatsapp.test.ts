import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Role } from '../../../src/desk/desk.ts';
import { createFakeDesk } from '../../support/fake-desk.ts';
import { createFakeWeb, type FakeWeb } from '../../support/fake-web.ts';
import { readyView, whatsappView } from '../../support/whatsapp-view.ts';

let web: FakeWeb;
beforeEach(async () => {
  web = await createFakeWeb();
});
afterEach(() => web.app.close());

const post = (url: string, form: Record<string, string>, cookies: Record<string, string> = {}) =>
  web.app.inject({
    method: 'POST',
    url,
    cookies,
    payload: new URLSearchParams(form).toString(),
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
  });

const signIn = async (role: Role) => {
  const cookies = { tellal: (await post('/login', { token: web.tokens[role] })).cookies[0]?.value ?? '' };
  const get = async (url: string) => (await web.app.inject({ url, cookies })).body;
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await get('/'))?.[1] ?? '';
  return { get, post: (url: string, form: Record<string, string>) => post(url, { _csrf: csrf, ...form }, cookies) };
};

const ask = (method: 'GET' | 'POST', url: string, role: Role, body?: object) =>
  web.app.inject({
    method,
    url,
    headers: { authorization: `Bearer ${web.tokens[role]}` },
    ...(body ? { payload: body } : {}),
  });

describe('the page of the WhatsApp account', () => {
  it('stands in the navigation', async () => {
    expect(await (await signIn('viewer')).get('/channels')).toContain('<a href="/whatsapp">WhatsApp</a>');
  });

  it('says that a worker must run', async () => {
    expect(await (await signIn('ops')).get('/whatsapp')).toMatch(/No worker holds the account.*tellal worker/s);
  });

  it('shows the QR as a picture without inline style or script', async () => {
    web.showWhatsapp(whatsappView({ qr: '2@content' }));
    const page = await (await signIn('ops')).get('/whatsapp');
    expect(page).toMatch(
      /<svg class="qr" role="img" aria-label="[^"]+" viewBox="0 0 27 27".*<path fill="#000" d="M3 3h7v1H3z/s,
    );
    expect(page).not.toMatch(/style=|<script>/);
  });

  it('lets ops ask for a QR or a code, and shows the code in two halves', async () => {
    web.showWhatsapp(whatsappView());
    const { post: give, get } = await signIn('ops');
    expect((await give('/whatsapp/link', {})).headers.location).toBe('/whatsapp');
    await give('/whatsapp/link', { phone: '+994 50 111 22 33' });
    expect(web.linkRequests).toEqual([{}, { phone: '+994 50 111 22 33' }]);
    web.showWhatsapp(whatsappView({ pairingCode: 'ABCD1234' }));
    expect(await get('/whatsapp')).toContain('ABCD-1234');
  });

  it('offers the linking to nobody below ops', async () => {
    web.showWhatsapp(whatsappView());
    const { post: give, get } = await signIn('editor');
    expect(await get('/whatsapp')).not.toContain('action="/whatsapp/link"');
    expect((await give('/whatsapp/link', {})).statusCode).toBe(403);
  });

  it('lists, once linked, what may be written as target', async () => {
    web.showWhatsapp(readyView);
    const page = await (await signIn('ops')).get('/whatsapp');
    expect(page).toMatch(/https:\/\/whatsapp\.com\/channel\/0029Va1.*120364@newsletter/s);
    expect(page).not.toMatch(/Another paper|linkable/);
  });

  it('is not there where no channel is on WhatsApp', async () => {
    await web.app.close();
    const { desk } = createFakeDesk();
    web = await createFakeWeb({ desk: { ...desk, hasWhatsapp: false } });
    const { get } = await signIn('ops');
    expect(await get('/')).not.toContain('/whatsapp');
    expect(await get('/whatsapp')).toContain('There is no GET here');
  });
});

describe('/api/whatsapp', () => {
  it('has the account, or null when no worker holds it', async () => {
    expect((await ask('GET', '/api/whatsapp', 'viewer')).json()).toBeNull();
    web.showWhatsapp(readyView);
    expect((await ask('GET', '/api/whatsapp', 'viewer')).json()).toEqual(readyView);
  });

  it('takes a wish to link, with a number or without a body', async () => {
    web.showWhatsapp(whatsappView());
    expect((await ask('POST', '/api/whatsapp/link', 'ops')).statusCode).toBe(202);
    expect((await ask('POST', '/api/whatsapp/link', 'ops', { phone: '994501112233' })).statusCode).toBe(202);
    expect((await ask('POST', '/api/whatsapp/link', 'ops', { phone: 5 })).statusCode).toBe(400);
    expect((await ask('POST', '/api/whatsapp/link', 'editor')).statusCode).toBe(403);
    expect(web.linkRequests).toEqual([{}, { phone: '994501112233' }]);
  });
});
