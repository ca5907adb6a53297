// The types that the package's declarations export, and the keys of those that methods take.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { differences } from './package.mjs';

export function typesDrift(sdk, expected) {
  const file = join(sdk.folder, 'dist/index.d.ts');
  if (!existsSync(file)) return [];
  const ts = sdk.require('typescript');
  const program = ts.createProgram([file], {
    types: ['node'],
    typeRoots: [join(sdk.work, 'node_modules/@types')],
    skipLibCheck: true,
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
  });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(file));
  const found = checker.getExportsOfModule(module).filter((symbol) => {
    const meant = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return !(meant.flags & ts.SymbolFlags.Value);
  });
  const named = (has) => Object.keys(expected.types).filter((name) => expected.types[name] === has);
  const problems = differences('the type', found.map((symbol) => symbol.name), named('yes'), named('unknown'));
  for (const symbol of found) {
    const object = objects(expected).get(symbol.name);
    if (!object) continue;
    const meant = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const keys = checker.getDeclaredTypeOfSymbol(meant).getProperties();
    problems.push(...differences(`${symbol.name}: the key`, keys.map((key) => key.name), object));
  }
  return problems;
}

/** The keys of each named type that a parameter has in the tables. */
function objects(expected) {
  const methods = Object.values(expected.classes).flatMap((methods) => Object.values(methods));
  const parameters = methods.flatMap((method) => method.parameters).filter((parameter) => parameter.object);
  return new Map(parameters.map((parameter) => [parameter.object, parameter.keys]));
}
