// The servers that projects have installed.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { copyOf, installedIn } from "../../src/installed.ts";

const machine = (platform: string, glibc = true) => ({ platform, arch: "x64", hasGlibc: () => glibc });

function folder(files: string[]): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "customerio-ls-installed-")));
  for (const file of files) {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), file.endsWith(".json") ? "{}" : "");
  }
  return root;
}

const shim = "node_modules/customerio-ls/bin/customerio-ls.js";
const cli = (name: string, exe = "") => `node_modules/@customerio-ls/cli-${name}/bin/customerio-ls${exe}`;

test("it is found from every folder of the project", () => {
  const root = folder([shim, cli("linux-x64"), "packages/app/package.json"]);
  for (const from of [root, join(root, "packages/app")]) {
    assert.equal(installedIn(from, machine("linux")), join(root, cli("linux-x64")));
  }
  assert.equal(installedIn(root, machine("darwin")), undefined, "installed on another system");
  assert.equal(installedIn(folder([cli("linux-x64")]), machine("linux")), undefined, "not the project's own");
  assert.equal(installedIn(folder([]), machine("linux")), undefined);
});

test("the package for the C library is taken", () => {
  const root = folder([shim, cli("linux-x64"), cli("linux-x64-musl")]);
  assert.equal(installedIn(root, machine("linux")), join(root, cli("linux-x64")));
  assert.equal(installedIn(root, machine("linux", false)), join(root, cli("linux-x64-musl")));
  const windows = folder([shim, cli("win32-x64", ".exe")]);
  assert.equal(installedIn(windows, machine("win32")), join(windows, cli("win32-x64", ".exe")));
});

test("pnpm's links are followed", () => {
  const store = "node_modules/.pnpm/customerio-ls@0.1.0";
  const root = folder([`${store}/${shim}`, `${store}/${cli("linux-x64")}`]);
  symlinkSync(join(root, store, "node_modules/customerio-ls"), join(root, "node_modules/customerio-ls"), "junction");
  assert.equal(installedIn(root, machine("linux")), join(root, store, cli("linux-x64")));
});

test("a copy is made once for each version, and old ones go", () => {
  const root = folder(["server.exe"]);
  const [file, storage] = [join(root, "server.exe"), join(root, "storage")];
  writeFileSync(file, "one");
  const first = copyOf(file, storage);
  assert.equal(readFileSync(first, "utf8"), "one");
  assert.equal(copyOf(file, storage), first);
  writeFileSync(file, "newer");
  utimesSync(file, 1, 1);
  const second = copyOf(file, storage);
  assert.equal(readFileSync(second, "utf8"), "newer");
  assert.ok(!existsSync(first));
});
