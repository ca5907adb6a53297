// Runs what the rules and pages say of the SDK's behavior against published versions and a server in this process.
//
//   node tests/sdk/claims.mjs
//
// Each claim names the files that say it, with a phrase that stands there, and a check that holds it: a sentence that is
// reworded or removed fails here as much as a version that behaves otherwise. Needs what drift.mjs needs.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claims } from './claims/list.mjs';
import { install, published, ROOT, WORK } from './drift/install.mjs';
import { Package } from './drift/package.mjs';

// One of each generation and of each change that a claim is about.
const VERSIONS = ['0.5.0', '1.1.0', '2.1.1', '3.1.0', '3.3.6', '3.5.1', '4.2.0', '4.5.0', '4.5.1', '5.0.1', '5.2.0'];

const known = new Set(published([]));
const versions = VERSIONS.filter((version) => known.has(version));
install(published([]));

const failures = [];
let checks = 0;
for (const claim of claims) {
  for (const [file, phrase] of claim.said) {
    const text = readFileSync(join(ROOT, file), 'utf8').replace(/\s+/g, ' ');
    if (!text.includes(phrase)) failures.push(`${claim.id}: ${file} does not say "${phrase}"`);
  }
  const held = versions.map((version) => new Package(WORK, version)).filter((sdk) => claim.holds(sdk));
  if (held.length === 0) failures.push(`${claim.id}: no version to check`);
  for (const sdk of held) {
    checks++;
    try {
      await claim.check(sdk);
    } catch (error) {
      failures.push(`${claim.id} with ${sdk.version}: ${error.message}`);
    }
  }
}
for (const failure of failures) console.log(`error: ${failure}`);
console.log(`${claims.length} claims, ${checks} checks on ${versions.length} versions, ${failures.length} errors`);
process.exit(failures.length ? 1 : 0);
