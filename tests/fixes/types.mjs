// Checks what fixes write with TypeScript and the SDK's types.
//
//   node tests/fixes/types.mjs            all fixtures and documented examples
//   node tests/fixes/types.mjs floating   those whose name contains this
//
// Each fix by itself, each refactoring, all safe fixes and all fixes together are applied to the fixture, which is checked
// before and after with the version of the SDK that it names (`//@ sdk = …`; the newest one else). An error that was not
// there before, by its code and message, is one of the fix. The compiler tells one thing at a time of an argument that
// does not fit: a second one that shows when the first is repaired is none of the fix. JavaScript is held to its syntax
// alone, types in it included. Other packages are stubs. Needs what tests/sdk/drift.mjs needs.

import { byVersion, cases } from './check/cases.mjs';
import { isScript, programOf, scripts, ts } from './check/program.mjs';

// Argument or property that does not fit: one error hides the next one. A condition that is always true is so still,
// whatever the type is called.
const MISFITS = /^TS(2322|2345|2353|2551|2554|2561|2769|2801):/;

// What is reported of fixes all the same, and why that is right. Each must be seen.
const EXPECTED = [
  ['unknown-method/casts.ts', /TS2345: Argument of type '{}'/, 'the cast to any hid that an empty request lacks what it needs'],
  ['unknown-method/found.ts', /TS2353: .*'to' does not exist in type 'SendEmailRequest'/, 'the same'],
  ['unknown-method/found.ts', /TS2345: Argument of type '{ identifiers/, 'the class that has no such method hid what the request lacks'],
  ['unknown-package/judged.ts', /TS2551: Property 'identfy'/, 'a package that does not exist hid it'],
];

/** The files to check: text by path, each variant of a fixture in a folder of its own. */
function filesOf(version, group) {
  const files = new Map();
  const variants = [];
  const seen = new Map();
  const add = (it, texts, change) => {
    const key = `${it.name}\0${texts.join('\0')}`;
    if (seen.has(key)) return seen.get(key).changes.push(change);
    const folder = `/v${variants.length}`;
    const paths = it.files.map((file, at) => {
      const [path, text] = scripts(folder + file.path, texts[at]) ?? [];
      if (path) files.set(path, text);
      return path;
    });
    const variant = { case: it, changes: [change], paths };
    seen.set(key, variant);
    variants.push(variant);
  };
  for (const it of group) {
    if (it.broken) continue;
    add(it, it.files.map((file) => file.text), undefined);
    for (const change of it.changes) add(it, change.texts, change);
  }
  return { files, variants };
}

function errorsOf(program, path) {
  const file = program.getSourceFile(path);
  const found = [...program.getSyntacticDiagnostics(file)];
  if (!isScript(path)) found.push(...program.getSemanticDiagnostics(file));
  return found.map((it) => `TS${it.code}: ${ts.flattenDiagnosticMessageText(it.messageText, ' ')}`.replaceAll(/\/v\d+\//g, '/'));
}

/** The errors that a change adds. */
function added(after, before) {
  const left = [...before];
  const added = after.filter((error) => {
    const at = left.indexOf(error);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  for (let hidden = left.filter((error) => MISFITS.test(error)).length; hidden > 0; hidden--) {
    const at = added.findIndex((error) => MISFITS.test(error));
    if (at >= 0) added.splice(at, 1);
  }
  return added;
}

const seen = new Set();
function isExpected(name, error) {
  const found = EXPECTED.find(([at, pattern]) => at === name && pattern.test(error));
  seen.add(found);
  return found;
}

const wanted = process.argv[2] ?? '';
const all = cases().filter((it) => it.name.includes(wanted));
let checked = 0;
let failures = 0;
for (const [version, group] of byVersion(all)) {
  const { files, variants } = filesOf(version, group);
  const program = programOf(files, version);
  const before = new Map();
  for (const variant of variants) {
    const errors = variant.paths.map((path) => (path ? errorsOf(program, path) : []));
    if (!before.has(variant.case)) {
      before.set(variant.case, errors);
      continue;
    }
    checked++;
    variant.paths.forEach((path, at) => {
      const broken = added(errors[at], before.get(variant.case)[at]).filter((error) => !isExpected(variant.case.name, error));
      if (!broken.length) return;
      failures++;
      const how = variant.changes.map((it) => `${it.rule} \`${it.title}\`${it.safe ? ' (safe)' : ''}`);
      console.log(`error: ${variant.case.name} with ${version}, ${[...new Set(how)].join(', ')}:`);
      for (const error of broken) console.log(`  ${error}`);
    });
  }
}
if (!wanted) {
  for (const [name, , why] of EXPECTED.filter((it) => !seen.has(it))) {
    failures++;
    console.log(`error: ${name} is expected to have an error and has none: ${why}`);
  }
}
console.log(`${all.length} fixtures and examples, ${checked} results of fixes and refactorings, ${failures} errors`);
process.exit(failures ? 1 : 0);
