// The expression that a fix rewrites, before and after, as functions of the values that it is made of.

import { ts } from './program.mjs';
import { Fixed as Date, Moment, NOW } from './values.mjs';

/** What is not a value of the program's own. */
const GLOBALS = new Set([
  'Array', 'BigInt', 'Boolean', 'Date', 'Infinity', 'JSON', 'Math', 'NaN', 'Number', 'Object', 'Promise', 'String',
  'isNaN', 'parseFloat', 'parseInt', 'undefined',
]);
/** Methods that tell something of a time: what they are called on is the value. */
const OF_TIMES = new Set([
  'getTime', 'valueOf', 'toISOString', 'toJSON', 'toString', 'toUTCString', 'toDate', 'toMillis', 'toSeconds', 'toUnixInteger',
  'unix', 'trim', 'getMilliseconds', 'format', 'toISO', 'toFixed', 'toNumber', 'setHours', 'setDate', 'setTime', 'getDate',
  'getHours', 'setUTCHours', 'toLocaleDateString', 'toLocaleString', 'toLocaleTimeString', 'toDateString',
]);
/** What packages of dates export, in the simplest way that serves. */
export const PACKAGES = {
  dayjs: (given) => new Moment(given),
  moment: (given) => new Moment(given),
  DateTime: { now: () => new Moment(), fromJSDate: (date) => new Moment(date), fromMillis: (number) => new Moment(number) },
  getTime: (date) => new Date(date).getTime(),
  getUnixTime: (date) => Math.floor(new Date(date).getTime() / 1000),
  Temporal: { Now: { instant: () => ({ epochMilliseconds: NOW, epochNanoseconds: BigInt(NOW) * 1_000_000n }) } },
};

/** What takes a time and gives one, so that a part of it says nothing by itself. */
export const AROUND = /^(Math\.(floor|round|trunc|ceil)|Number|String|BigInt|new Date|Date\.parse|parseInt|\+)$/;

/** What makes a date of a number, which tells what is made of an answer. */
export const MADE = /^(new Date|dayjs|moment)$/;

const isMade = (node, file) =>
  (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
  MADE.test(`${ts.isNewExpression(node) ? 'new ' : ''}${node.expression.getText(file)}`);

/** The smallest expression around a range that is a value by itself: an argument, a property, what is returned. */
export function around(file, start, end, through) {
  let found;
  const visit = (node) => {
    if (node.getStart(file) > start || node.getEnd() < end) return;
    if (ts.isExpression(node)) found = node;
    ts.forEachChild(node, visit);
  };
  visit(file);
  while (found && !isWhole(found, file, through)) found = found.parent;
  return found && ts.isExpression(found) && !isFunction(found) && !ts.isObjectLiteralExpression(found) ? found : undefined;
}

const isFunction = (node) => ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isClassExpression(node);

function isWhole(node, file, through) {
  const { parent } = node;
  if (through === MADE && isMade(node, file)) return true;
  if (!parent || !ts.isExpression(parent) || isFunction(parent) || ts.isObjectLiteralExpression(parent)) return true;
  if ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.arguments?.includes(node)) {
    const callee = parent.expression.getText(file);
    return !(through === MADE ? isMade(parent, file) : through.test(ts.isNewExpression(parent) ? `new ${callee}` : callee));
  }
  return ts.isArrayLiteralExpression(parent) || ts.isSpreadElement(parent);
}

/** The values that an expression is made of: `name`, the ways below it, and the node of each. */
export function leaves(expression, file) {
  const local = new Set();
  const found = new Map();
  const visit = (node) => {
    if (ts.isParameter(node) || ts.isVariableDeclaration(node)) local.add(node.name.getText(file));
    if (ts.isTypeNode(node)) return;
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && OF_TIMES.has(node.expression.name.text)) {
      visit(node.expression.expression);
      return node.arguments.forEach(visit);
    }
    const path = pathOf(node);
    if (path) {
      if (!isKnown(path.root) && !local.has(path.root)) found.set(node.getText(file), { ...path, node });
      for (const argument of path.arguments) visit(argument);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(expression);
  return [...found.values()];
}

const isKnown = (root) => GLOBALS.has(root) || root in PACKAGES;

/** `a.b?.c` as a root and steps; a call at the end of it that is none of a time's own is a step as well. */
function pathOf(node) {
  if (ts.isIdentifier(node)) return { root: node.text, steps: [], arguments: [] };
  if (node.kind === ts.SyntaxKind.ThisKeyword) return { root: 'this', steps: [], arguments: [] };
  if (ts.isNonNullExpression(node)) return pathOf(node.expression);
  if (ts.isPropertyAccessExpression(node)) {
    const path = pathOf(node.expression);
    return path && { ...path, steps: [...path.steps, { key: node.name.text, optional: !!node.questionDotToken }] };
  }
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    const path = pathOf(node.expression);
    return path && { ...path, steps: [...path.steps, { key: node.argumentExpression.text, optional: !!node.questionDotToken }] };
  }
  if (ts.isCallExpression(node)) {
    const path = pathOf(node.expression);
    if (!path || isKnown(path.root) || OF_TIMES.has(path.steps.at(-1)?.key)) return undefined;
    return { ...path, steps: [...path.steps, { call: true, optional: !!node.questionDotToken }], arguments: [...path.arguments, ...node.arguments] };
  }
  return undefined;
}

const AsyncFunction = (async () => {}).constructor;

/** A function of the roots that gives what the expression gives; `undefined` where it is no program. */
export function compiled(text, roots) {
  const named = roots.map((root) => (root === 'this' ? '$this' : root));
  const { outputText, diagnostics } = ts.transpileModule(`export default (\n${text}\n);`, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  });
  if (diagnostics.length) return undefined;
  const code = outputText.replace(/^export default/, 'return').replace(/\bthis\b/g, '$this');
  const program = new AsyncFunction('Date', ...Object.keys(PACKAGES), ...named, code);
  return (...values) => program(Date, ...Object.values(PACKAGES), ...values);
}
