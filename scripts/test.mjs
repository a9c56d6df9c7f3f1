// `npm test`, or a part: `npm test -- test/unit/route.test.ts -t breaking`. Arguments are jest's.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePrograms } from './test-programs.mjs';
import { describeRun } from './test-summary.mjs';

const root = join(import.meta.dirname, '..');
const args = process.argv.slice(2);

/** How long jest may take to end once its results are written: a leaked handle must fail a run, not hang it. */
const graceMs = 10_000;

// Unit tests need neither Redis nor Chromium nor the built command.
const paths = args.filter((arg) => existsSync(join(root, arg)));
const unitOnly = paths.length > 0 && paths.every((path) => path.startsWith('test/unit'));

const prepare = () => {
  if (unitOnly) return true;
  if (!ensurePrograms()) return false;
  return spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' }).status === 0;
};

/**
 * @param {string} resultFile
 * @returns {Promise<number>} the exit code
 */
const runJest = (resultFile) =>
  new Promise((resolve) => {
    const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
    const flags = '--experimental-vm-modules --disable-warning=ExperimentalWarning';
    const child = spawn(process.execPath, [jest, '--json', '--outputFile', resultFile, ...args], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${flags}`.trim() },
      stdio: 'inherit',
    });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));

    const watching = args.some((arg) => arg.startsWith('--watch'));
    const poll = setInterval(() => {
      if (watching || !existsSync(resultFile)) return;
      clearInterval(poll);
      setTimeout(() => {
        console.error('jest did not end: a test left something open. Look for it with --detectOpenHandles.');
        child.kill('SIGKILL');
      }, graceMs).unref();
    }, 250);
    child.once('exit', (code) => {
      clearInterval(poll);
      resolve(code ?? 1);
    });
  });

const main = async () => {
  if (!prepare()) return 1;
  const folder = mkdtempSync(join(tmpdir(), 'tellal-test-'));
  try {
    const resultFile = join(folder, 'result.json');
    const code = await runJest(resultFile);
    if (!existsSync(resultFile)) {
      console.error(`jest ended with code ${code} and no result.`);
      return code || 1;
    }
    const run = describeRun(JSON.parse(readFileSync(resultFile, 'utf8')));
    console.log(run.lines.join('\n'));
    return code || (run.executed === 0 ? 1 : 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

process.exitCode = await main();
