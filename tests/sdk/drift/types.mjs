// The types that the package's declarations export.

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
  return differences('the type', found.map((symbol) => symbol.name), named('yes'), named('unknown'));
}
