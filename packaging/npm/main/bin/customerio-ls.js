#!/usr/bin/env node
// Finds the binary of this platform and becomes it.
"use strict";
const { accessSync, chmodSync, constants } = require("node:fs");
const { spawn } = require("node:child_process");

/** Ends with one sentence that says what to do. */
function fail(sentence) {
  process.stderr.write(`customerio-ls: ${sentence}\n`);
  process.exit(2);
}

/** Whether this is a Linux with glibc. Node's report knows; its network part is slow and left out. */
function hasGlibc() {
  try {
    process.report.excludeNetwork = true;
    return process.report.getReport().header.glibcVersionRuntime !== undefined;
  } catch {
    return true;
  }
}

/** The packages that may have a binary for this machine, the best one first. */
function candidates() {
  const platform = `${process.platform}-${process.arch}`;
  return process.platform === "linux" ? [platform, `${platform}-musl`] : [platform];
}

/** The binary in the package of a platform; `undefined` where that is not installed. */
function installed(platform) {
  const executable = process.platform === "win32" ? "customerio-ls.exe" : "customerio-ls";
  try {
    return require.resolve(`@customerio-ls/cli-${platform}/bin/${executable}`);
  } catch {
    return undefined;
  }
}

function binary() {
  const override = process.env.CUSTOMERIO_LS_BINARY;
  if (override) return override;
  const { platforms } = require("../package.json");
  const names = candidates();
  const known = names.filter((name) => platforms.includes(name));
  if (known.length === 0) {
    fail(
      `there is no binary for ${names[0]}; build one with \`cargo install --git https://github.com/customerio-ls/customerio-ls\`` +
        " and set CUSTOMERIO_LS_BINARY to its path.",
    );
  }
  const found = known.map(installed).filter((file) => file !== undefined);
  // Package managers that do not know of C libraries install both packages for Linux. The one for musl is static.
  if (found.length > 0) return found.length > 1 && !hasGlibc() ? found[1] : found[0];
  fail(
    `the package @customerio-ls/cli-${known[0]} is not installed; install again without omitting optional dependencies` +
      " and on this operating system (node_modules cannot be copied from another one).",
  );
}

/** Some package managers and file systems lose the permission to execute. */
function makeExecutable(file) {
  if (process.platform === "win32") return;
  try {
    accessSync(file, constants.X_OK);
  } catch {
    try {
      chmodSync(file, 0o755);
    } catch {
      fail(`${file} is not executable; run \`chmod +x ${file}\`.`);
    }
  }
}

const file = binary();
makeExecutable(file);
const args = process.argv.slice(2);

if (typeof process.execve === "function" && process.platform !== "win32") {
  // The process becomes the binary: nothing stands between it and its signals and streams.
  try {
    process.execve(file, [file, ...args], process.env);
  } catch {
    // Where that is not possible, the binary is started as a child.
  }
}

const child = spawn(file, args, { stdio: "inherit", windowsHide: true });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("error", (error) => fail(`${file} cannot be started: ${error.message}.`));
child.on("exit", (code, signal) => {
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  } else {
    process.exit(code ?? 2);
  }
});
