// Builds dist/ and links the command, so that `npx tellal` works right after `npm install`.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';

const root = new URL('..', import.meta.url);
const at = (path) => new URL(path, root).pathname;

const compiler = createRequire(import.meta.url).resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
rmSync(at('dist'), { recursive: true, force: true });
execFileSync(process.execPath, [compiler, '-p', at('tsconfig.build.json')], { stdio: 'inherit', cwd: at('.') });
if (existsSync(at('src/web/assets'))) cpSync(at('src/web/assets'), at('dist/src/web/assets'), { recursive: true });

const link = at('node_modules/.bin/tellal');
mkdirSync(at('node_modules/.bin'), { recursive: true });
rmSync(link, { force: true });
if (process.platform !== 'win32') symlinkSync('../../bin/tellal.js', link);
