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

import { exportsDrift } from './drift/exports.mjs';
import { compare, install, published, ROOT, run, WORK } from './drift/install.mjs';
import { methodsDrift } from './drift/methods.mjs';
import { requestsDrift } from './drift/requests.mjs';
import { transportDrift } from './drift/transport.mjs';
import { typesDrift } from './drift/types.mjs';
import { Package } from './drift/package.mjs';

function tables() {
  return JSON.parse(run('cargo', ['run', '--quiet', '--locked', '--example', 'sdk-table'], { cwd: ROOT }));
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
