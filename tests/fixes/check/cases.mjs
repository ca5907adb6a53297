// What fixes write, and the versions of the SDK that it is for.

import { readFileSync } from 'node:fs';
import { compare, ROOT, run } from '../../sdk/drift/install.mjs';
import { VERSIONS } from './program.mjs';

/** Every fixture and example, with what its fixes and refactorings make of it. */
export function cases() {
  // For looking at what is found: what the example printed before.
  if (process.env.CASES) return JSON.parse(readFileSync(process.env.CASES, 'utf8'));
  return JSON.parse(run('cargo', ['run', '--quiet', '--locked', '--example', 'fixes'], { cwd: ROOT }));
}

/** The cases by the published version that is nearest to theirs; the newest one where they name none. */
export function byVersion(cases) {
  const nearest = (wanted) => VERSIONS.findLast((version) => compare(version, wanted) <= 0) ?? VERSIONS[0];
  const groups = new Map();
  for (const it of cases) {
    // `5.2.0+next` stands for the main branch, which npm does not have.
    const version = it.sdk ? nearest(it.sdk.split('+')[0]) : VERSIONS.at(-1);
    if (!groups.has(version)) groups.set(version, []);
    groups.get(version).push(it);
  }
  return groups;
}
