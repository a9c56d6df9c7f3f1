// Builds dist/ and links the command, so that `npx tellal` works right after `npm install`.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** @param {string} path */
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Null where only the packages for running are installed. */
const findCompiler = () => {
  const { resolve } = createRequire(import.meta.url);
  try {
    // An optional peer brings the compiler even with --omit=dev, but not the types that it needs.
    resolve('@types/node/package.json');
    return resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
  } catch {
    return null;
  }
};

/** @param {string} compiler */
const build = (compiler) => {
  // Built beside and moved into place: a failed build leaves the old one, and nobody runs half of one.
  const fresh = at('dist.new');
  rmSync(fresh, { recursive: true, force: true });
  execFileSync(process.execPath, [compiler, '-p', at('tsconfig.build.json'), '--outDir', fresh], { stdio: 'inherit' });
  if (existsSync(at('src/web/assets'))) cpSync(at('src/web/assets'), `${fresh}/src/web/assets`, { recursive: true });
  rmSync(at('dist'), { recursive: true, force: true });
  renameSync(fresh, at('dist'));
};

const linkCommand = () => {
  // npm links the commands of dependencies, not those of the project itself.
  if (process.platform === 'win32') return;
  const link = at('node_modules/.bin/tellal');
  mkdirSync(at('node_modules/.bin'), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync('../../bin/tellal.js', link);
};

const compiler = findCompiler();
try {
  if (compiler) build(compiler);
} catch {
  // The compiler has said on its own lines what is wrong.
  process.exit(1);
}
if (!existsSync(at('dist'))) {
  console.error(
    'Nothing to run: dist/ is missing, and it is built by the packages for development. Run `npm install` without --omit=dev.',
  );
  process.exit(1);
}
linkCommand();
