// The packages are installed by every package manager from a registry on this machine, and run.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const binary = process.env["CUSTOMERIO_LS_TESTED"];
const managers = process.env["CUSTOMERIO_LS_MANAGERS"];
assert.ok(binary && managers, "packaging/npm/test/run sets what is tested");

/** This machine's, of platforms.json; its binary for glibc where there are two. */
const platform = `${process.platform}-${process.arch}`;

const work = mkdtempSync(join(tmpdir(), "customerio-npm-"));
let registry;
before(async () => {
  const built = spawnSync(join(here, "..", "build"), ["--out", join(work, "packages"), "--binary", `${platform}=${binary}`], {
    encoding: "utf8",
  });
  assert.equal(built.status, 0, built.stderr);
  // In a process of its own: the tests wait for theirs, and serve nothing meanwhile.
  const server = spawn(process.execPath, [join(here, "registry.mjs"), join(work, "packages")], { stdio: ["pipe", "pipe", "inherit"] });
  const address = await new Promise((resolve) => server.stdout.once("data", (line) => resolve(String(line).trim())));
  registry = { address, stop: () => server.stdin.end() };
});
after(() => {
  registry?.stop();
  rmSync(work, { recursive: true, force: true });
});

const MISTAKE = `import { TrackClient } from "customerio-node";
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { created_at: Date.now() });
`;

/** A project that depends on the package, in a home of its own. */
function project(name) {
  const folder = join(work, name);
  mkdirSync(folder);
  const dependencies = { "customerio-ls": "*" };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: "1.0.0", private: true, dependencies }));
  writeFileSync(join(folder, "a.ts"), MISTAKE);
  writeFileSync(join(folder, ".npmrc"), `registry=${registry.address}/\naudit=false\nfund=false\n`);
  return folder;
}

function run(folder, command, args, environment = {}) {
  const env = {
    PATH: `${join(managers, "node_modules", ".bin")}:${process.env["PATH"]}`,
    HOME: join(folder, "home"),
    CI: "1",
    npm_config_registry: `${registry.address}/`,
    NO_COLOR: "1",
    ...environment,
  };
  return spawnSync(command, args, { cwd: folder, env, encoding: "utf8", timeout: 120_000 });
}

function finds(output) {
  assert.equal(output.status, 1, `${output.stdout}${output.stderr}`);
  assert.match(output.stdout, /timestamp-milliseconds/);
}

// The two Yarns call themselves by the same name.
const yarn1 = [process.execPath, join(managers, "node_modules", "yarn", "bin", "yarn.js")];
const yarn4 = [process.execPath, join(managers, "node_modules", "@yarnpkg", "cli-dist", "bin", "yarn.js")];

for (const [name, install, check] of [
  ["npm", ["npm", "install"], ["npx", "--no", "customerio-ls", "check", "."]],
  ["pnpm", ["pnpm", "install", "--no-frozen-lockfile"], ["pnpm", "exec", "customerio-ls", "check", "."]],
  ["yarn1", [...yarn1, "install"], [...yarn1, "--silent", "customerio-ls", "check", "."]],
  ["bun", ["bun", "install"], ["bun", "x", "customerio-ls", "check", "."]],
]) {
  test(`${name} installs and runs it`, () => {
    const folder = project(name);
    const installed = run(folder, install[0], install.slice(1));
    assert.equal(installed.status, 0, `${installed.stdout}${installed.stderr}`);
    finds(run(folder, check[0], check.slice(1)));
  });
}

for (const linker of ["pnp", "node-modules"]) {
  test(`Yarn 4 installs and runs it (${linker})`, () => {
    const folder = project(`yarn4-${linker}`);
    const settings = [
      `nodeLinker: ${linker}`,
      `npmRegistryServer: "${registry.address}"`,
      "unsafeHttpWhitelist: [127.0.0.1]",
      "enableTelemetry: false",
      "enableImmutableInstalls: false",
    ];
    writeFileSync(join(folder, ".yarnrc.yml"), `${settings.join("\n")}\n`);
    writeFileSync(join(folder, "yarn.lock"), "");
    const [node, script] = yarn4;
    const installed = run(folder, node, [script, "install"]);
    assert.equal(installed.status, 0, `${installed.stdout}${installed.stderr}`);
    finds(run(folder, node, [script, "customerio-ls", "check", "."]));
  });
}

/** A project with the package installed by npm. */
function installed(name, ...more) {
  const folder = project(name);
  const output = run(folder, "npm", ["install", ...more]);
  assert.equal(output.status, 0, output.stderr);
  return folder;
}

const shim = (folder, ...args) => [join(folder, "node_modules", "customerio-ls", "bin", "customerio-ls.js"), ...args];

function saysInOneSentence(output, words) {
  assert.equal(output.status, 2, `${output.stdout}${output.stderr}`);
  assert.equal(output.stderr.trim().split("\n").length, 1, output.stderr);
  assert.match(output.stderr, words);
}

test("what is missing is said in one sentence", () => {
  const folder = installed("omitted", "--omit=optional");
  saysInOneSentence(run(folder, process.execPath, shim(folder, "--version")), /@customerio-ls\/cli-[a-z0-9-]+ is not installed/);
  const foreign = ["-e", `Object.defineProperty(process,"arch",{value:"s390x"});process.argv=["",""];require(${JSON.stringify(shim(folder)[0])})`];
  saysInOneSentence(run(folder, process.execPath, foreign), /there is no binary for [a-z0-9]+-s390x/);
});

test("a binary that lost its permission runs, and another one can be named", () => {
  const folder = installed("permission");
  const file = join(folder, "node_modules", "@customerio-ls", `cli-${platform}`, "bin", "customerio-ls");
  chmodSync(file, 0o644);
  finds(run(folder, process.execPath, shim(folder, "check", ".")));
  const named = join(folder, "named");
  copyFileSync(file, named);
  chmodSync(named, 0o755);
  rmSync(file);
  finds(run(folder, process.execPath, shim(folder, "check", "."), { CUSTOMERIO_LS_BINARY: named }));
});

test("exit codes, streams and signals pass through, with and without execve", async () => {
  const folder = installed("signals");
  for (const flags of [[], ["--require", join(folder, "old.cjs")]]) {
    writeFileSync(join(folder, "old.cjs"), "delete process.execve; process.execve = undefined;\n");
    assert.equal(run(folder, process.execPath, [...flags, ...shim(folder, "check", "missing.ts")]).status, 2);
    const server = spawn(process.execPath, [...flags, ...shim(folder, "lsp")], { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params: { capabilities: {} } });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    await new Promise((resolve) => server.stdout.once("data", resolve));
    server.kill("SIGTERM");
    const [code, signal] = await new Promise((resolve) => server.once("exit", (...how) => resolve(how)));
    assert.ok(signal === "SIGTERM" || code === 143 || code === 0, `${code} ${signal}`);
  }
});

test("the main package is small and says nothing of installation scripts", () => {
  const folder = installed("contents");
  const manifest = JSON.parse(readFileSync(join(folder, "node_modules", "customerio-ls", "package.json"), "utf8"));
  assert.equal(manifest.scripts, undefined);
  assert.deepEqual(manifest.optionalDependencies, { [`@customerio-ls/cli-${platform}`]: manifest.version });
  const names = readdirSync(join(folder, "node_modules", "customerio-ls")).sort();
  assert.deepEqual(names, ["LICENSE", "README.md", "bin", "customerio.schema.json", "package.json"]);
  const own = readdirSync(join(folder, "node_modules", "@customerio-ls", `cli-${platform}`)).sort();
  assert.deepEqual(own, ["LICENSE", "README.md", "THIRD-PARTY.txt", "bin", "package.json"]);
});
