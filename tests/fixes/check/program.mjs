// One TypeScript program over many small projects that exist in memory only, with the SDK's own types.

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { install, published, WORK } from '../../sdk/drift/install.mjs';

export const VERSIONS = published([]);
install(VERSIONS);
const require = createRequire(join(WORK, 'package.json'));
export const ts = require('typescript');

const EXTENSIONS = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '/index.ts', '/index.js'];
const STUBS = '/stubs.d.ts';
// What fixtures use of other packages, and of a browser, is not what is checked, but for what a fix relies on: which times
// of queues and platforms are always there, as their own types say it.
const STUBBED = `
declare module "*";
declare module "bullmq" {
  interface Job<T = any> { data: T; timestamp: number; processedOn?: number; finishedOn?: number }
  class Worker { constructor(name: string, work: (job: Job) => unknown, ...rest: any[]); on(event: string, done: (...given: any[]) => unknown): this }
  class Queue { constructor(name: string, ...rest: any[]); add(...given: any[]): Promise<any>; on(event: string, done: (...given: any[]) => unknown): this }
}
declare module "bull" {
  interface Job<T = any> { data: T; timestamp: number; processedOn?: number; finishedOn?: number }
  export default class Bull { constructor(name: string, ...rest: any[]); add(...given: any[]): Promise<any>; process(...given: [...any[], (job: Job) => unknown]): void }
}
interface ScheduledController { scheduledTime: number; cron: string }
declare namespace JSX { interface IntrinsicElements { [name: string]: any } interface Element {} }
`;

const OPTIONS = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  jsx: ts.JsxEmit.Preserve,
  allowJs: true,
  checkJs: false,
  noEmit: true,
  skipLibCheck: true,
  esModuleInterop: true,
  allowImportingTsExtensions: true,
  types: ['node'],
  typeRoots: [join(WORK, 'node_modules/@types')],
};

/** `files`: text by path; paths are below a folder of their own for each project. */
export function programOf(files, version) {
  const texts = new Map(files).set(STUBS, STUBBED);
  const host = ts.createCompilerHost(OPTIONS, true);
  const { fileExists, readFile, getSourceFile } = host;
  const parsed = new Map();
  host.getCurrentDirectory = () => WORK;
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.readFile = (name) => texts.get(name) ?? readFile(name);
  host.getSourceFile = (name, options) => {
    if (!texts.has(name)) return getSourceFile(name, options);
    if (!parsed.has(name)) parsed.set(name, ts.createSourceFile(name, texts.get(name), options, true));
    return parsed.get(name);
  };
  const sdk = join(WORK, 'node_modules', `sdk-${version}`);
  const resolve = (specifier, from) => {
    const found = (resolvedFileName) => ({
      resolvedModule: { resolvedFileName, extension: posix.extname(resolvedFileName) === '.ts' ? '.ts' : posix.extname(resolvedFileName) },
    });
    const own = specifier.startsWith('@/')
      ? posix.join(from.split('/').slice(0, 3).join('/'), 'src', specifier.slice(2))
      : specifier.startsWith('.') && posix.join(dirname(from), specifier);
    if (own && texts.has(from)) {
      const names = [own, own.replace(/\.([cm]?)js$/, '.$1ts')].flatMap((name) => EXTENSIONS.map((it) => name + it));
      const name = names.find((name) => texts.has(name));
      return name ? found(name) : { resolvedModule: undefined };
    }
    if (specifier === 'customerio-node' || specifier.startsWith('customerio-node/')) {
      const inside = specifier.slice('customerio-node'.length) || '/dist/index';
      const name = [`${inside}.d.ts`, `${inside}/index.d.ts`].map((it) => sdk + it).find((it) => existsSync(it));
      return name ? found(name) : { resolvedModule: undefined };
    }
    if (texts.has(from)) return { resolvedModule: undefined };
    return ts.resolveModuleName(specifier, from, OPTIONS, host);
  };
  host.resolveModuleNameLiterals = (literals, from) => literals.map((literal) => resolve(literal.text, from));
  return ts.createProgram([...texts.keys()], OPTIONS, host);
}

export const isScript = (path) => /\.[cm]?jsx?$/.test(path);

/** The path and the text that a file is checked by: of a component the scripts alone, each where it stands. */
export function scripts(path, text) {
  // What a declaration says holds in all of a program, and so for all the other fixtures in it.
  if (path.endsWith('.d.ts')) return undefined;
  if (/\.[cm]?[jt]sx?$/.test(path)) return [path, text];
  const component = path.match(/\.(vue|svelte|astro)$/);
  if (!component) return undefined;
  const pattern = component[1] === 'astro' ? /^(---)([^]*?)^---/m : /(<script[^>]*>)([^]*?)<\/script>/g;
  const parts = component[1] === 'astro' ? [text.match(pattern)].filter(Boolean) : [...text.matchAll(pattern)];
  let code = text.replace(/[^\n]/g, ' ');
  for (const part of parts) {
    const start = part.index + part[1].length;
    code = code.slice(0, start) + part[2] + code.slice(start + part[2].length);
  }
  const said = text.match(/<script[^>]*\blang=.(tsx?)/)?.[1];
  return [`${path}.${component[1] === 'astro' ? 'ts' : (said ?? 'js')}`, code];
}
