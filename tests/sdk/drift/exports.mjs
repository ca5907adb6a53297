// What can be imported from where, and the members of enumerations.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { differences } from './package.mjs';

// What transpiled modules carry besides, and what every function has.
const NOISE = ['__esModule', 'default', 'length', 'name', 'prototype'];

export function exportsDrift(sdk, expected) {
  const problems = [];
  for (const [specifier, place] of Object.entries(expected.places)) {
    let module;
    try {
      module = sdk.load(specifier);
    } catch (error) {
      if (place.resolves === 'yes') problems.push(`${specifier} does not resolve: ${error.code}`);
      continue;
    }
    if (place.resolves === 'no') {
      problems.push(`${specifier} resolves, and should not by the tables`);
      continue;
    }
    const isClass = typeof module === 'function';
    if (isClass !== place.isClass) problems.push(`${specifier} is ${isClass ? 'a' : 'no'} class`);
    const found = Object.getOwnPropertyNames(module).filter((name) => !NOISE.includes(name) && !(isClass && !/^[A-Z]/.test(name)));
    const named = (has) => Object.keys(place.symbols).filter((name) => place.symbols[name] === has);
    problems.push(...differences(`${specifier}: the export`, found, named('yes'), named('unknown')));
  }
  for (const [name, members] of Object.entries(expected.enumerations)) {
    const found = JSON.stringify(sdk.find(name));
    if (found !== JSON.stringify(members)) problems.push(`${name} is ${found}`);
  }
  return [...problems, ...deepImports(sdk, expected)];
}

function deepImports(sdk, expected) {
  const file = ['dist/lib/request.js', 'dist/request.js', 'lib/request.js'].find((path) => existsSync(join(sdk.folder, path)));
  if (!file) return [`no file of ${readdirSync(sdk.folder)} to import deeply`];
  let resolves = true;
  try {
    sdk.load(`customerio-node/${file}`);
  } catch {
    resolves = false;
  }
  return resolves === expected.deepImports ? [] : [`deep imports ${resolves ? 'resolve' : 'do not resolve'}`];
}
