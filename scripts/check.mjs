// `npm run check`: everything about the code that is not a test. All checks run, whatever the first ones say.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { findLongFiles } from './long-files.mjs';

/**
 * @typedef {{ readonly ok: boolean, readonly output: string }} Verdict
 * @typedef {{ readonly name: string, readonly run: () => Verdict | Promise<Verdict> }} Check
 */

const root = join(import.meta.dirname, '..');
const houses = ['src', 'queues', 'config', 'test', 'bench', 'scripts'].filter((name) => existsSync(join(root, name)));
const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}` };

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<Verdict>}
 */
const run = (command, args) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {Buffer[]} */
    const parts = [];
    const keep = (/** @type {Buffer} */ part) => parts.push(part);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve({ ok: false, output: `${error.message}. Run \`npm install\`.` }));
    child.once('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(parts).toString() }));
  });

/** @returns {Promise<Verdict>} */
const checkGenerated = async () => {
  const { renderSchema } = await tsImport('../config/generate-schema.ts', import.meta.url);
  const file = 'config/newsroom.schema.json';
  const ok = readFileSync(join(root, file), 'utf8') === renderSchema();
  return { ok, output: ok ? '' : `${file} is not what config/schema.ts says. Run \`npm run generate\`.` };
};

/** @returns {Verdict} */
const checkLength = () => {
  const files = houses.flatMap((house) =>
    readdirSync(join(root, house), { recursive: true, encoding: 'utf8' })
      .map((name) => join(house, name))
      .filter((path) => /\.(tsx?|mjs)$/.test(path))
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  );
  const long = findLongFiles(files);
  return { ok: long.length === 0, output: long.join('\n') };
};

/** @type {readonly Check[]} */
const checks = [
  { name: 'types', run: () => run('tsc', ['--noEmit', '--project', '.']) },
  {
    name: 'lint and format',
    run: () => run('biome', ['ci', `--colors=${process.stdout.isTTY ? 'force' : 'off'}`, '--error-on-warnings']),
  },
  { name: 'who imports whom', run: () => run('depcruise', ['src', 'queues', 'config']) },
  { name: 'unused code', run: () => run('knip', ['--no-progress']) },
  { name: 'generated files', run: checkGenerated },
  { name: 'file length', run: checkLength },
];

let failed = 0;
for (const check of checks) {
  const start = performance.now();
  /** @type {Verdict} */
  const verdict = await Promise.resolve()
    .then(check.run)
    .catch((error) => ({ ok: false, output: String(error) }));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${verdict.ok ? 'ok    ' : 'failed'} ${check.name} (${seconds} s)`);
  if (!verdict.ok) console.log(verdict.output.trimEnd());
  if (!verdict.ok) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
