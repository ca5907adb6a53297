// The servers that a project has installed. Knows nothing of VS Code, so that it can be tested alone.
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** This machine. */
export interface Machine {
  platform: string;
  arch: string;
  /** Whether the C library is glibc; asked on Linux alone. */
  hasGlibc(): boolean;
}

/**
 * The server in the `node_modules` around a folder: the binary that the npm package `customerio-ls` would start, found as
 * Node finds packages, so that the layouts of all package managers with a `node_modules` are understood.
 */
export function installedIn(folder: string, machine: Machine): string | undefined {
  const executable = machine.platform === "win32" ? "customerio-ls.exe" : "customerio-ls";
  try {
    const shim = createRequire(join(folder, "package.json")).resolve("customerio-ls/bin/customerio-ls.js");
    const from = createRequire(shim);
    for (const name of packages(machine)) {
      try {
        return from.resolve(`@customerio-ls/cli-${name}/bin/${executable}`);
      } catch {
        // Not this one.
      }
    }
  } catch {
    // The project has not installed it.
  }
  return undefined;
}

/** The packages that may have a binary for a machine, the best one first. */
function packages({ platform, arch, hasGlibc }: Machine): string[] {
  const name = `${platform}-${arch}`;
  if (platform !== "linux") return [name];
  return hasGlibc() ? [name, `${name}-musl`] : [`${name}-musl`, name];
}

/**
 * A copy of a program: on Windows one that runs cannot be replaced, and `npm install` would fail. Copies of other versions
 * are removed, unless they run.
 */
export function copyOf(file: string, storage: string): string {
  const { size, mtimeMs } = statSync(file);
  const name = `customerio-ls-${size.toString(36)}-${Math.round(mtimeMs).toString(36)}.exe`;
  mkdirSync(storage, { recursive: true });
  for (const other of readdirSync(storage)) {
    if (other === name) continue;
    try {
      rmSync(join(storage, other));
    } catch {
      // It runs.
    }
  }
  const copy = join(storage, name);
  try {
    statSync(copy);
  } catch {
    copyFileSync(file, copy);
  }
  return copy;
}
