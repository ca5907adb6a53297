// Runs every time that a fix rewrites, before and after.
//
//   node tests/fixes/times.mjs            all fixtures and documented examples
//   node tests/fixes/times.mjs absent     those whose name contains this
//
// The expression around what a fix edits is run with every value that the types of its names leave room for: nothing,
// numbers in seconds and milliseconds, dates, dates that are none, and strings. Afterwards it is the same but for the unit: nothing
// stays nothing, an error stays one or goes away, and no error and no NaN come up that were not there. What is called is
// called as often. Needs what tests/sdk/drift.mjs needs.

import { isDeepStrictEqual } from 'node:util';
import { byVersion, cases } from './check/cases.mjs';
import { AROUND, around, compiled, leaves, MADE } from './check/expression.mjs';
import { programOf, scripts, ts } from './check/program.mjs';
import { Fixed, mayBeNothing, Moment, valuesOf } from './check/values.mjs';

const inSeconds = (milliseconds) => [Math.floor, Math.round, Math.trunc, (it) => it].map((whole) => whole(milliseconds / 1000));

/** What a result may become, by the rule whose fix it is. */
const CONVERSIONS = {
  'timestamp-milliseconds': (before) => ofAnything(before),
  'timestamp-not-unix': (before) => ofAnything(before),
  'fractional-unix-seconds': (before) => (typeof before === 'number' ? inSeconds(before * 1000) : ofAnything(before)),
  'send-at-out-of-range': (before) => ofAnything(before),
  'pipelines-timestamp': (before) => {
    if (typeof before === 'number') return [iso(before), iso(before * 1000), new Fixed(before), new Fixed(before * 1000)];
    return before instanceof Date ? [iso(before.getTime())] : [];
  },
  'response-timestamp-seconds': (before) => (before instanceof Date || before instanceof Moment ? [new Fixed(before.valueOf() * 1000), new Moment(before.valueOf() * 1000)] : []),
};

function ofAnything(before) {
  if (typeof before === 'number') return [...inSeconds(before), ...(before > 1e14 ? [before / 1e6, before / 1e9] : [])];
  if (before instanceof Date || before instanceof Moment) return inSeconds(before.valueOf());
  if (typeof before === 'string') return [...inSeconds(Date.parse(before)), ...inSeconds(Number(before))];
  return [];
}

function iso(milliseconds) {
  return Number.isFinite(milliseconds) && Math.abs(milliseconds) <= 8.64e15 ? new Date(milliseconds).toISOString() : undefined;
}

/** What arrives: JSON knows no NaN and no date that is none. */
const arrives = (value) => (Number.isNaN(value) || (value instanceof Date && Number.isNaN(value.getTime())) ? null : value);
const isNaNLike = (value) => value instanceof Date ? Number.isNaN(value.getTime()) : Number.isNaN(value);

/** The roots with each value at each leaf. */
function environments(found, checker, change) {
  let all = [[]];
  for (const leaf of found) {
    const values = valuesOf(checker.getTypeAtLocation(leaf.node), checker, change);
    if (!values) return undefined;
    const choices = values.map((value) => ({ leaf, value, cut: -1 }));
    leaf.steps.forEach((step, at) => {
      // A suggested fix of what is made of an answer takes it that it is there.
      if (!step.optional || (change.rule === 'response-timestamp-seconds' && !change.safe)) return;
      for (const nothing of mayBeNothing(checker.getTypeAtLocation(objectOf(leaf.node, leaf.steps.length - at)))) {
        choices.push({ leaf, value: nothing, cut: at });
      }
    });
    all = all.flatMap((chosen) => choices.map((choice) => [...chosen, choice]));
    if (all.length > 20_000) return undefined;
  }
  return all;
}

/** What a chain is before its last steps. */
function objectOf(node, steps) {
  let object = node;
  for (let left = steps; left > 0; ) {
    if (!ts.isNonNullExpression(object)) left--;
    object = object.expression;
  }
  return object;
}

/** The values of the roots, and how often something of them was called. */
function bound(chosen) {
  const roots = {};
  const calls = { count: 0 };
  for (const { leaf, value, cut } of chosen) {
    const steps = cut < 0 ? leaf.steps : leaf.steps.slice(0, cut);
    const given = value?.promised !== undefined ? Promise.resolve(value.promised) : value;
    const made = (at, there) => {
      if (at === steps.length) return given;
      const step = steps[at];
      if (step.call) {
        return () => {
          calls.count++;
          return made(at + 1);
        };
      }
      const object = there && (typeof there === 'object' || typeof there === 'function') ? there : {};
      object[step.key] = made(at + 1, object[step.key]);
      return object;
    };
    roots[leaf.root] = made(0, roots[leaf.root]);
  }
  return { roots, calls };
}

async function run(program, names, chosen) {
  const { roots, calls } = bound(chosen);
  try {
    return { value: await program(...names.map((name) => roots[name])), calls: calls.count };
  } catch (error) {
    return { error, calls: calls.count };
  }
}

function problem(before, after, { rule, safe }) {
  const convert = CONVERSIONS[rule];
  if (before.error || (!safe && isNaNLike(before.value))) return undefined;
  if (after.error) return `throws ${after.error.message}`;
  if (after.calls !== before.calls) return `calls ${after.calls} times what was called ${before.calls} times`;
  // How a string says a time is not known here.
  if (!safe && typeof before.value === 'string' && typeof after.value === 'number') return undefined;
  const same = (a, b) => isDeepStrictEqual(arrives(a), arrives(b));
  if (same(after.value, before.value) || convert(before.value).some((it) => same(it, after.value))) return undefined;
  return `is ${shown(after.value)} where it was ${shown(before.value)}`;
}

const shown = (value) => (value instanceof Date && !isNaNLike(value) ? `Date(${value.toISOString()})` : typeof value === 'string' ? JSON.stringify(value) : String(value));

const wanted = process.argv[2] ?? '';
const all = cases().filter((it) => it.name.includes(wanted));
const counts = { expressions: 0, runs: 0, failures: 0 };
const left = new Map();
const skip = (why, what) => left.set(why, [...(left.get(why) ?? []), what]);

for (const [version, group] of byVersion(all)) {
  const times = group.filter((it) => !it.broken && it.changes.some((change) => CONVERSIONS[change.rule]));
  if (!times.length) continue;
  const paths = new Map(times.map((it, at) => [it, it.files.map((file) => scripts(`/v${at}${file.path}`, '')?.[0])]));
  const files = new Map(times.flatMap((it) => it.files.map((file, at) => scripts(file.path, file.text)?.with(0, paths.get(it)[at])).filter(Boolean)));
  const program = programOf(files, version);
  const checker = program.getTypeChecker();
  for (const it of times) {
    for (const change of it.changes.filter((change) => CONVERSIONS[change.rule])) {
      await tried(it, change, paths.get(it)[change.file] && program.getSourceFile(paths.get(it)[change.file]), checker);
    }
  }
}

async function tried(it, change, file, checker) {
  const name = `${it.name}, ${change.rule} \`${change.title}\`${change.safe ? ' (safe)' : ''}`;
  if (!file) return skip('no code', name);
  const start = Math.min(...change.edits.map((edit) => edit.start));
  const end = Math.max(...change.edits.map((edit) => edit.end));
  // What is made of an answer is told by the date that is made of it.
  const node = around(file, start, end, change.rule === 'response-timestamp-seconds' ? MADE : AROUND);
  if (!node) return skip('more than an expression', name);
  const before = node.getText(file);
  const from = node.getStart(file);
  const edits = [...change.edits].sort((a, b) => b.start - a.start);
  let after = before;
  for (const edit of edits) after = after.slice(0, edit.start - from) + edit.text + after.slice(edit.end - from);
  // `{ at }` becomes `{ at: … }`.
  if (ts.isShorthandPropertyAssignment(node.parent)) after = after.replace(`${before}:`, '');
  const found = leaves(node, file);
  const roots = [...new Set(found.map((leaf) => leaf.root))];
  const chosen = environments(found, checker, change);
  if (!chosen) return skip('of a type that says nothing', `${name}: ${before}`);
  const [was, is] = [compiled(before, roots), compiled(after, roots)];
  if (!was || !is) return skip('no expression', `${name}: ${before}`);
  counts.expressions++;
  const problems = new Set();
  for (const values of chosen) {
    counts.runs++;
    const wrong = problem(await run(was, roots, values), await run(is, roots, values), change);
    if (wrong) problems.add(`${wrong}, with ${values.map(({ leaf, value }) => `${leaf.node.getText(file)} = ${shown(value)}`).join(', ')}`);
  }
  if (!problems.size) return;
  counts.failures++;
  console.log(`error: ${name}: \`${before}\` becomes \`${after}\`, which`);
  for (const wrong of [...problems].slice(0, 5)) console.log(`  ${wrong}`);
}

for (const [why, what] of left) {
  console.log(`${what.length} left out: ${why}`);
  if (process.env.SHOW_LEFT) for (const it of what) console.log(`  ${it}`);
}
console.log(`${counts.expressions} expressions of times, ${counts.runs} runs, ${counts.failures} errors`);
process.exit(counts.failures ? 1 : 0);
