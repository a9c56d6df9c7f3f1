import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Verdict } from '../../../../src/channels/whatsapp/account.ts';
import { isKept, keepPage, pagesFolder } from '../../../../src/channels/whatsapp/kept-pages.ts';
import { createVersionPin, type VersionPin } from '../../../../src/channels/whatsapp/version-pin.ts';

const older = '2.3000.1';
const newer = '2.3000.2';
const failed: Verdict = { state: 'incompatible', detail: 'it lacks a module', build: newer };

let profile: string;
let proved: string | null;
let verdict: Verdict | null;
let pin: VersionPin;

beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'tellal-pin-'));
  await keepPage(profile, older, '<html>');
  proved = older;
  verdict = failed;
  pin = createVersionPin(profile, { provedBuild: async () => proved, verdict: async () => verdict });
});
afterEach(() => rm(profile, { recursive: true }));

describe('a version pin', () => {
  it('goes back to the build that last proved a post, once', async () => {
    expect(await pin.goBack(failed)).toBe(true);
    expect(pin.pinned()).toEqual({ build: older, because: 'it lacks a module' });
    expect(await pin.goBack(failed)).toBe(false);
  });

  it.each<[string, () => unknown]>([
    ['nothing was proved', () => (proved = null)],
    ['the build that failed is the one that proved a post', () => (proved = newer)],
    ['its page is empty', () => writeFile(join(pagesFolder(profile), `${older}.html`), '')],
    ['its page is not kept', () => rm(pagesFolder(profile), { recursive: true })],
  ])('has nothing to go back to when %s', async (_what, change) => {
    await change();
    expect(await pin.goBack(failed)).toBe(false);
  });

  it('does not go back where another build would be no better', async () => {
    expect(await pin.goBack({ state: 'incompatible', detail: 'DEPRECATED_VERSION' })).toBe(false);
  });

  it('gives up an older build that was tried in vain twice, until it is let go', async () => {
    for (const wanted of [true, true, false]) {
      expect(await pin.goBack(failed)).toBe(wanted);
      pin.noteVain();
    }
    pin.letGo();
    expect(await pin.goBack(failed)).toBe(true);
  });

  it('lets go of it when it is forgotten what is wrong with the newest one', async () => {
    await pin.goBack(failed);
    await pin.lookAgain();
    expect(pin.pinned()).not.toBeNull();
    verdict = null;
    await pin.lookAgain();
    expect(pin.pinned()).toBeNull();
  });

  it('believes the page where it says that it is another build', async () => {
    await pin.goBack(failed);
    pin.noteReady(newer);
    expect(pin.pinned()).toBeNull();
  });
});

describe('a kept page', () => {
  it('is the only one', async () => {
    expect(await keepPage(profile, newer, '<html>')).toBe(true);
    expect(await readdir(pagesFolder(profile))).toEqual([`${newer}.html`]);
    expect(await isKept(profile, older)).toBe(false);
  });

  it.each([
    ['a build whose name is a path', '../../2.3000', '<html>'],
    ['an empty page', newer, ''],
    ['a page that is too big', newer, 'x'.repeat(5_000_001)],
  ])('is never %s', async (_what, build, html) => {
    expect(await keepPage(profile, build, html)).toBe(false);
    expect(await readdir(pagesFolder(profile))).toEqual([`${older}.html`]);
  });
});
