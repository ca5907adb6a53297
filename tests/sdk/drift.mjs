// Compares the tables of src/sdk with the published packages of customerio-node.
//
//   node tests/sdk/drift.mjs            all versions on npm
//   node tests/sdk/drift.mjs 4.5.1 5    those that begin so
//
// Needs Node.js 20 or newer, npm, cargo and the network; sends nothing anywhere but to itself. What it installs stays in
// target/sdk-drift, so that a second run needs npm's cache at most.
//
// For a version that the tables know, each difference is an error and the exit code is 1. For a newer one what differs
// from the newest version in the tables is printed as a notice: that is what is to be added.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportsDrift } from './drift/exports.mjs';
import { methodsDrift } from './drift/methods.mjs';
import { requestsDrift } from './drift/requests.mjs';
import { transportDrift } from './drift/transport.mjs';
import { typesDrift } from './drift/types.mjs';
import { Package } from './drift/package.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const WORK = join(ROOT, 'target/sdk-drift');
// The declarations of every version are read with one compiler.
const COMPILER = { typescript: '5.9.3', '@types/node': '22.19.0' };

const run = (command, args, options) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 26, ...options });

function tables() {
  return JSON.parse(run('cargo', ['run', '--quiet', '--locked', '--example', 'sdk-table'], { cwd: ROOT }));
}

/** The published versions, oldest first, that the arguments ask for. */
function published(beginnings) {
  const versions = JSON.parse(run('npm', ['view', 'customerio-node', 'versions', '--json'])).filter((v) => !v.includes('-'));
  versions.sort((a, b) => compare(a, b));
  return beginnings.length ? versions.filter((v) => beginnings.some((b) => `${v}.`.startsWith(`${b}.`))) : versions;
}

function compare(a, b) {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number));
  return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
}

/** Installs the versions side by side, each under a name of its own. */
function install(versions) {
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

const table = tables();
const versions = published(process.argv.slice(2));
install(versions);

let errors = 0;
let notices = 0;
for (const version of versions) {
  const newer = compare(version, table.newest) > 0;
  const expected = table.releases[newer ? table.newest : version];
  const problems = [];
  if (!expected) {
    problems.push('the tables do not know this release');
  } else {
    const sdk = new Package(WORK, version);
    for (const drift of [exportsDrift, typesDrift, methodsDrift, requestsDrift, transportDrift]) {
      try {
        problems.push(...(await drift(sdk, expected)));
      } catch (error) {
        problems.push(`${drift.name} could not compare it: ${error.stack}`);
      }
    }
  }
  for (const problem of problems) console.log(`${newer ? 'notice' : 'error'}: ${version}: ${problem}`);
  if (newer) notices += problems.length;
  else errors += problems.length;
  if (newer && problems.length === 0) console.log(`notice: ${version}: newer than the tables, and no different`);
}
console.log(`${versions.length} versions compared, ${errors} errors, ${notices} notices`);
process.exit(errors ? 1 : 0);
