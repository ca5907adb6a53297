// Makes a .vsix with the server inside. Needs no network.
//
//   npm run package -- [--binary FILE] [--target PLATFORM] [--out FILE]
//
// FILE is the server to put in, by default the release build, which is made first. PLATFORM is one of the platforms
// that `vsce package --target` knows, by default this machine's: it must be the one that FILE was built for.
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const extension = dirname(dirname(fileURLToPath(import.meta.url)));
const repository = dirname(dirname(extension));
const { values } = parseArgs({
  options: { binary: { type: "string" }, target: { type: "string" }, out: { type: "string" } },
});

const target = values.target ?? `${process.platform}-${process.arch}`;
// Those that `vsce` knows and a server can be built for. `web` is one of vsce's, too, but no program can be started there.
const targets = ["linux-x64", "linux-arm64", "alpine-x64", "alpine-arm64", "darwin-x64", "darwin-arm64", "win32-x64", "win32-arm64"];
if (!targets.includes(target)) {
  const why = target === "web" ? "VS Code for the web cannot start a server" : `it is one of ${targets.join(", ")}`;
  console.error(`There is no extension for ${target}: ${why}.`);
  process.exit(2);
}
const executable = target.startsWith("win32-") ? "customerio-ls.exe" : "customerio-ls";
const run = (command, args, cwd) => execFileSync(command, args, { cwd, stdio: "inherit" });

let binary = values.binary && resolve(values.binary);
if (!binary) {
  run("cargo", ["build", "--release"], repository);
  binary = join(repository, "target", "release", executable);
}
if (!existsSync(binary)) {
  console.error(`There is no server at ${binary}.`);
  process.exit(2);
}

rmSync(join(extension, "bin"), { recursive: true, force: true });
mkdirSync(join(extension, "bin"));
cpSync(binary, join(extension, "bin", executable), { dereference: true });
chmodSync(join(extension, "bin", executable), 0o755);
rmSync(join(extension, "docs"), { recursive: true, force: true });
cpSync(join(repository, "docs"), join(extension, "docs"), { recursive: true });
cpSync(join(repository, "LICENSE"), join(extension, "LICENSE.txt"));
cpSync(join(repository, "CHANGELOG.md"), join(extension, "CHANGELOG.md"));
const licenses = execFileSync(process.execPath, [join(repository, "packaging", "licenses")], { maxBuffer: 1 << 26 });
writeFileSync(join(extension, "THIRD-PARTY.txt"), licenses);

const out = values.out ? resolve(values.out) : join(extension, `customerio-ls-${target}.vsix`);
const vsce = join(extension, "node_modules", "@vscode", "vsce", "vsce");
run(process.execPath, [vsce, "package", "--no-dependencies", "--target", target, "--out", out], extension);
