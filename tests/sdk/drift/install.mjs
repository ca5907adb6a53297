// Installs published versions of the SDK side by side.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');
export const WORK = join(ROOT, 'target/sdk-drift');
// The declarations of every version are read with one compiler.
const COMPILER = { typescript: '5.9.3', '@types/node': '22.19.0' };

export const run = (command, args, options) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 26, ...options });

/** The published versions, oldest first, that the arguments ask for. */
export function published(beginnings) {
  const versions = JSON.parse(run('npm', ['view', 'customerio-node', 'versions', '--json'])).filter((v) => !v.includes('-'));
  versions.sort((a, b) => compare(a, b));
  return beginnings.length ? versions.filter((v) => beginnings.some((b) => `${v}.`.startsWith(`${b}.`))) : versions;
}

export function compare(a, b) {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number));
  return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
}

/** Installs the versions side by side, each under a name of its own. */
export function install(versions) {
  mkdirSync(WORK, { recursive: true });
  const aliases = Object.fromEntries(versions.map((v) => [`sdk-${v}`, `npm:customerio-node@${v}`]));
  const manifest = `${JSON.stringify({ private: true, dependencies: { ...aliases, ...COMPILER } }, null, 2)}\n`;
  const file = join(WORK, 'package.json');
  const there = versions.every((v) => existsSync(join(WORK, 'node_modules', `sdk-${v}`)));
  if (there && existsSync(file) && readFileSync(file, 'utf8') === manifest) return;
  writeFileSync(file, manifest);
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline', '--loglevel=error'], {
    cwd: WORK,
  });
}
