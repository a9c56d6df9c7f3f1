// The tests talk to a real redis-server and a real Chromium; this finds them, or brings them.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {{ readonly commands: readonly string[], readonly packages: readonly string[] }} Program
 * @typedef {{ readonly id: string, readonly like: readonly string[] }} System
 * @typedef {{ readonly kind: 'install', readonly packages: readonly string[] }
 *   | { readonly kind: 'ask', readonly advice: string }} Plan
 */

/** @type {readonly Program[]} */
export const programs = [
  { commands: ['redis-server'], packages: ['redis-server'] },
  // Chromium's package brings no font, and pages without one have no text.
  { commands: ['chromium', 'chromium-browser', 'google-chrome'], packages: ['chromium', 'fonts-dejavu-core'] },
];

/**
 * @param {string} osRelease content of /etc/os-release, or '' where there is none
 * @returns {System}
 */
export const readSystem = (osRelease) => {
  const read = (/** @type {string} */ key) =>
    new RegExp(`^${key}=["']?([^"'\\n]*)`, 'm').exec(osRelease)?.[1]?.toLowerCase() ?? '';
  return { id: read('ID'), like: read('ID_LIKE').split(' ').filter(Boolean) };
};

/**
 * What to do about programs that are missing: install them if that is safe, else say what a person must do.
 *
 * @param {readonly Program[]} missing
 * @param {System} system
 * @param {boolean} isRoot
 * @returns {Plan}
 */
export const planInstall = (missing, system, isRoot) => {
  const family = [system.id, ...system.like];
  const names = missing.map(({ commands }) => commands.join(' or ')).join(', ');
  const packages = missing.flatMap((program) => program.packages);
  if (!family.includes('debian')) return { kind: 'ask', advice: `The tests need ${names} in the PATH.` };
  // Ubuntu's chromium package only points to a snap, which does not install in a container.
  if (family.includes('ubuntu') && packages.includes('chromium'))
    return {
      kind: 'ask',
      advice: `The tests need ${names} in the PATH; on Ubuntu, install Google Chrome's own package.`,
    };
  if (isRoot) return { kind: 'install', packages };
  const command = `sudo apt-get install --no-install-recommends ${packages.join(' ')}`;
  return { kind: 'ask', advice: `The tests need ${names} in the PATH: ${command}` };
};

/**
 * @param {string} searchPath as in PATH
 * @returns {readonly Program[]} those of which no command is there
 */
export const findMissing = (searchPath) => {
  const folders = searchPath.split(delimiter).filter(Boolean);
  const isThere = (/** @type {string} */ command) => folders.some((folder) => isExecutable(join(folder, command)));
  return programs.filter(({ commands }) => !commands.some(isThere));
};

/** @param {string} file */
const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** True when everything is there, also if it had to be installed; otherwise it has said what to do. */
export const ensurePrograms = () => {
  const missing = findMissing(process.env.PATH ?? '');
  if (missing.length === 0) return true;
  const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const plan = planInstall(missing, readSystem(osRelease), process.getuid?.() === 0);
  if (plan.kind === 'ask') {
    console.error(plan.advice);
    return false;
  }
  console.error(`Installing ${plan.packages.join(', ')} for the tests.`);
  return install(plan.packages) && findMissing(process.env.PATH ?? '').length === 0;
};

/** @param {readonly string[]} packages */
const install = (packages) =>
  withoutServices(() =>
    [
      ['update', '--quiet=2'],
      ['install', '--quiet=2', '--yes', '--no-install-recommends', ...packages],
    ].every((args) => runApt(args)),
  );

/** @param {readonly string[]} args */
const runApt = (args) => {
  const options = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3'];
  const { status, stdout, stderr, error } = spawnSync('apt-get', [...options, ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status === 0) return true;
  console.error(`apt-get ${args[0]} failed.\n${error?.message ?? `${stdout}${stderr}`.trim()}`);
  return false;
};

/**
 * Debian starts a service as it installs it; a policy that forbids it is how one asks it not to.
 *
 * @param {() => boolean} work
 */
const withoutServices = (work) => {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return work();
  // An interrupt ends apt-get, and must not end us before the policy is taken away again.
  const onSignal = () => {};
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return work();
  } finally {
    rmSync(policy, { force: true });
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
};
