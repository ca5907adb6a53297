// Checks the types of the tracking plan with TypeScript, strictly, and with the SDK's types of several versions.
//
//   node tests/account/types.mjs
//
// Needs what tests/sdk/drift.mjs needs.

import { readFileSync } from 'node:fs';
import { programOf, ts } from '../fixes/check/program.mjs';

const here = (name) => readFileSync(new URL(`plan/${name}`, import.meta.url), 'utf8');
const files = new Map([
  ['/plan/use.ts', here('use.ts')],
  ['/plan/expected/types.ts', here('expected/types.ts')],
]);

let failed = 0;
for (const version of ['3.1.4', '4.5.1', '5.0.1', '5.2.0']) {
  const program = programOf(files, version);
  for (const path of files.keys()) {
    const file = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    for (const it of found) {
      const { line } = file.getLineAndCharacterOfPosition(it.start);
      console.error(`${version} ${path}:${line + 1}: TS${it.code}: ${ts.flattenDiagnosticMessageText(it.messageText, ' ')}`);
      failed += 1;
    }
  }
}
console.log(failed ? `${failed} errors` : 'the types compile with every version');
process.exit(failed ? 1 : 0);
