import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { createFakeWeb, type FakeWeb } from '../support/fake-web.ts';
import { waitFor } from '../support/wait-for.ts';
import { readyView, whatsappView } from '../support/whatsapp-view.ts';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let web: FakeWeb;
let base: string;
let outside: string[];
let complaints: string[];

beforeAll(async () => {
  const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP desk.herald.example 127.0.0.1', ...quiet],
  });
});
afterAll(() => browser.close());

beforeEach(async () => {
  web = await createFakeWeb();
  base = await web.app.listen({ host: '127.0.0.1', port: 0 });
  context = await browser.newContext();
  page = await context.newPage();
  outside = [];
  complaints = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:')) outside.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
});
afterEach(async () => {
  await context.close();
  await web.app.close();
});

const signIn = async (token: string): Promise<void> => {
  await page.goto(base);
  await page.getByLabel('Your token').fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Latest deliveries' }).waitFor();
};

const write = async (title: string): Promise<void> => {
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Text', { exact: true }).fill('Движение по мосту началось утром.');
};

const violations = async (): Promise<string[]> => {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(source);
  const results = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    `axe.run({ resultTypes: ['violations'] })`,
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

describe('the console in a browser', () => {
  it('shows, as one types, what subscribers would see', async () => {
    await signIn(web.tokens.editor);
    await write('Мост открыт');
    await page.locator('.bubble.telegram b', { hasText: 'Мост открыт' }).first().waitFor();
    await page.locator('.bubble.whatsapp b', { hasText: 'Мост открыт' }).waitFor();
    await page.getByLabel('wa-ru').check();
    await page.locator('.chat.telegram', { hasText: 'not chosen' }).first().waitFor();
    await page.getByLabel('Address', { exact: true }).pressSequentially('htt');
    await page.getByLabel('wa-ru').uncheck();
    await page.locator('.chat.telegram .bubble').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect([web.pushes, outside, complaints]).toEqual([[], [], []]);
  });

  it('pushes, and shows the delivery change without a reload', async () => {
    await signIn(web.tokens.editor);
    await write('Мост открыт');
    await page.getByLabel('Address', { exact: true }).fill('https://herald.example/41');
    await page.getByLabel('Id', { exact: true }).fill('41');
    await page.getByRole('button', { name: 'Push' }).click();
    const row = page.locator('tr', { hasText: 'tg-ru' });
    await row.getByText('planned').waitFor();
    await page.evaluate(() => {
      document.body.dataset.loaded = 'once';
    });
    web.settle('41@tg-ru', { state: 'sending', attempts: 1 });
    await row.getByText('sending').waitFor();
    web.settle('41@tg-ru', { state: 'sent', link: 'https://t.me/herald/152', messageId: '152' });
    await row.getByText('Open the post').waitFor();
    expect(await page.evaluate(() => document.body.dataset.loaded)).toBe('once');
    expect(await page.locator('#told').textContent()).toBe('41 on tg-ru: sent');
    expect([outside, complaints]).toEqual([[], []]);
  });

  it('keeps what a person is typing while the table is read again', async () => {
    await web.desk.push(
      { name: 'elif', role: 'editor' },
      {
        article: { id: '41', url: 'https://herald.example/41', title: 'Мост' },
      },
    );
    web.settle('41@wa-ru', { state: 'unknown', needs: 'person', reason: 'connection lost' });
    await signIn(web.tokens.editor);
    const field = page.getByLabel('Id of the post of 41@wa-ru');
    await field.pressSequentially('15');
    web.settle('41@tg-ru', { state: 'sent' });
    await page.locator('tr', { hasText: 'tg-ru' }).getByText('sent').waitFor();
    await page.keyboard.type('2');
    expect(await field.inputValue()).toBe('152');
    await page.getByRole('button', { name: 'It took effect' }).click();
    await page.getByText('id 152').waitFor();
  });

  it('shows a correction where the article is open', async () => {
    const elif = { name: 'elif', role: 'editor' } as const;
    const article = { id: '41', url: 'https://herald.example/41', title: 'Мост открыт' };
    await web.desk.push(elif, { article });
    await signIn(web.tokens.viewer);
    await page.goto(`${base}/articles/41`);
    await page.getByRole('heading', { name: 'Мост открыт' }).waitFor();
    await web.desk.correct(elif, '41', { ...article, title: 'Мост открыли' });
    await waitFor('the page to listen', () => web.watchers() === 1);
    web.settle('41@tg-ru', { state: 'sent', revision: 2 });
    await page.getByRole('heading', { name: 'Мост открыли' }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  });

  it('shows the next QR by itself, and keeps the number that is being typed', async () => {
    web.showWhatsapp(whatsappView());
    await signIn(web.tokens.ops);
    await page.getByRole('link', { name: 'WhatsApp' }).click();
    const number = page.getByLabel('Or a code');
    await number.pressSequentially('+994 50');
    web.showWhatsapp(whatsappView({ qr: '2@first' }));
    const drawing = page.getByRole('img', { name: 'QR' }).locator('path');
    const first = await drawing.getAttribute('d');
    web.showWhatsapp(whatsappView({ qr: '2@second' }));
    await waitFor('the next QR', async () => (await drawing.getAttribute('d')) !== first);
    await page.keyboard.type(' 111 22 33');
    expect(await number.inputValue()).toBe('+994 50 111 22 33');
    web.showWhatsapp(readyView);
    await page.getByText('https://whatsapp.com/channel/0029Va1').waitFor();
    expect(await number.isVisible()).toBe(false);
    web.showWhatsapp(whatsappView({ state: 'logged-out' }));
    await number.waitFor({ state: 'visible' });
    expect([outside, complaints]).toEqual([[], []]);
  });

  const pushed = async (): Promise<void> => {
    const article = { id: '41', url: 'https://herald.example/41', title: 'Мост открыт', text: 'С утра.' };
    await web.desk.push({ name: 'elif', role: 'editor' }, { article });
  };

  it('hands a post that waits for WhatsApp to a person, from the text to the mark', async () => {
    await pushed();
    await signIn(web.tokens.editor);
    await page.goto(`${base}/articles/41`);
    const card = page.getByRole('region', { name: 'Post it by hand: wa-ru' });
    expect(await card.getByLabel('The text').inputValue()).toBe(
      '*Мост открыт*\n\nС утра.\n\nhttps://herald.example/41',
    );
    await card.locator('.bubble.whatsapp b', { hasText: 'Мост открыт' }).waitFor();
    expect(await card.getByRole('link', { name: 'Open the channel' }).getAttribute('href')).toContain('whatsapp.com');

    await card.getByRole('button', { name: 'Take it in hand' }).click();
    await card.getByText('elif posts it by hand').waitFor();
    await page.getByRole('row', { name: /wa-ru/ }).getByText('unknown').waitFor();

    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: base });
    await card.getByRole('button', { name: 'Copy the text' }).click();
    await card.getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('*Мост открыт*');

    await card.getByLabel('Link or id').fill('152');
    await card.getByRole('button', { name: 'Mark as sent' }).click();
    await page.getByText('id 152').waitFor();
    expect(await card.count()).toBe(0);
    expect([outside, complaints]).toEqual([[], []]);
  });

  it('shows by itself that a post was taken in hand or sent, and keeps the link that is being typed', async () => {
    await pushed();
    web.settle('41@wa-ru', { state: 'refused', reason: 'not an administrator' });
    await signIn(web.tokens.editor);
    await page.goto(`${base}/articles/41`);
    const field = page.getByLabel('Link or id');
    await field.pressSequentially('15');
    await waitFor('the page to listen', () => web.watchers() === 1);
    await web.desk.hold({ name: 'leyla', role: 'editor' }, '41@wa-ru');
    await page.getByRole('region', { name: 'Post it by hand' }).getByText('leyla posts it by hand').waitFor();
    await page.keyboard.type('2');
    expect(await field.inputValue()).toBe('152');
    web.settle('41@wa-ru', { state: 'sent', needs: null });
    await field.waitFor({ state: 'detached' });
  });

  it('shows hostile words as words', async () => {
    await signIn(web.tokens.editor);
    await write('<img src=x onerror="document.title=1"><script>document.title=1</script>');
    await page.locator('.bubble.telegram', { hasText: '<script>document.title=1</script>' }).first().waitFor();
    await page.locator('.bubble.whatsapp', { hasText: '<img src=x' }).waitFor();
    expect(await page.locator('.bubble img, .bubble script').count()).toBe(0);
    expect(await page.title()).toBe('Desk · Tellal');
  });

  it('works without scripts', async () => {
    await context.close();
    context = await browser.newContext({ javaScriptEnabled: false });
    page = await context.newPage();
    await signIn(web.tokens.editor);
    await write('Мост открыт');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.locator('.bubble.whatsapp b', { hasText: 'Мост открыт' }).waitFor();
    await page.getByLabel('Address', { exact: true }).fill('https://herald.example/41');
    await page.getByLabel('Id', { exact: true }).fill('41');
    await page.getByRole('button', { name: 'Push' }).click();
    await page.getByText('Handed over').waitFor();
    expect(web.pushes).toHaveLength(1);
    await page.goto(`${base}/articles/41`);
    expect(await page.getByRole('button', { name: 'Copy the text' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Mark as sent' }).click();
    await page.getByRole('row', { name: /wa-ru/ }).getByText('sent').waitFor();
  });

  it('lets people in by plain http inside the house', async () => {
    base = base.replace('127.0.0.1', 'desk.herald.example');
    await signIn(web.tokens.viewer);
    expect(await page.getByText('vera viewer').count()).toBe(1);
  });

  it.each(['light', 'dark'] as const)('has no fault that axe can find (%s)', async (colorScheme) => {
    const elif = { name: 'elif', role: 'editor' } as const;
    await web.desk.push(elif, {
      article: { id: '41', url: 'https://herald.example/41', title: 'Мост' },
      to: ['tg-ru', 'wa-ru'],
    });
    web.settle('41@tg-ru', { state: 'unknown', needs: 'person', reason: 'connection lost' });
    web.settle('41@wa-ru', { state: 'refused', reason: 'not an admin' });
    web.show({
      messageId: '7',
      text: '<b>Körpü</b> #Bakı',
      image: null,
      sentAt: '2026-03-02T09:30:00Z',
      editedAt: null,
    });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${base}/login`);
    const found: Record<string, string[]> = { '/login': await violations() };
    await signIn(web.tokens.ops);
    await write('Мост открыт https://herald.example/41');
    await page.locator('.bubble').first().waitFor();
    found['/'] = await violations();
    for (const path of ['/deliveries', '/channels', '/channels/preview-az', '/articles/41', '/articles/none']) {
      await page.goto(base + path);
      for (const summary of await page.locator('summary').all()) await summary.click();
      found[path] = await violations();
    }
    const views = [null, whatsappView({ qr: '2@content' }), whatsappView({ pairingCode: 'ABCD1234' }), readyView];
    for (const [at, view] of views.entries()) {
      web.showWhatsapp(view);
      await page.goto(`${base}/whatsapp`);
      found[`/whatsapp ${at}`] = await violations();
    }
    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
    expect(outside).toEqual([]);
  });
});
