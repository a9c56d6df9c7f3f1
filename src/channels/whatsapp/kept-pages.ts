import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes; the real page has some hundred thousand. */
const largestPage = 5_000_000;

/** Beside the browser's own folder. whatsapp-web.js looks in it for `<build>.html`. */
export const pagesFolder = (profile: string): string => join(profile, 'pages');

/**
 * Keeps the page of this build of WhatsApp Web, and no other. The page only names the programs, which are loaded from
 * WhatsApp whenever it is opened. False: it is nothing to keep.
 */
export const keepPage = async (profile: string, build: string, html: string): Promise<boolean> => {
  const name = fileOf(build);
  if (name === null || html === '' || Buffer.byteLength(html) > largestPage) return false;
  const folder = pagesFolder(profile);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const part = join(folder, `${name}.part`);
  await writeFile(part, html, { mode: 0o600, flush: true });
  await rename(part, join(folder, name));
  for (const other of await readdir(folder)) if (other !== name) await rm(join(folder, other), { force: true });
  return true;
};

/** An empty file is what a machine that lost its power leaves. */
export const isKept = async (profile: string, build: string): Promise<boolean> => {
  const name = fileOf(build);
  if (name === null) return false;
  return stat(join(pagesFolder(profile), name)).then(
    ({ size }) => size > 0,
    () => false,
  );
};

/** The page itself says what its build is called. */
const fileOf = (build: string): string | null => (/^\w[\w.-]{0,63}$/.test(build) ? `${build}.html` : null);
