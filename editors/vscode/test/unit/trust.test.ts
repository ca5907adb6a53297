// The extension starts nothing out of a folder that the user has not trusted: programs are planted there that leave a
// mark, and real processes are started.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { ExtensionContext } from "vscode";
import { activate, deactivate } from "../../src/extension.ts";
import { started } from "./fake/languageclient.ts";
import { grantTrust, state } from "./fake/vscode.ts";

const work = realpathSync(mkdtempSync(join(tmpdir(), "customerio-trust-")));
after(() => rmSync(work, { recursive: true }));
const name = process.platform === "win32" ? "customerio-ls.exe" : "customerio-ls";
const mark = join(work, "mark");

/** Puts a program there that leaves a mark. */
function plant(folder: string, leavesMark = true): string {
  mkdirSync(folder, { recursive: true });
  const program = join(folder, name);
  writeFileSync(program, leavesMark ? `#!/bin/sh\ntouch "${mark}"\n` : "#!/bin/sh\n", { mode: 0o755 });
  return program;
}

const shop = join(work, "shop");
const planted = plant(join(shop, "node_modules", ".bin"));
const second = plant(join(work, "second"));
symlinkSync(join(shop, "node_modules", ".bin"), join(work, "linked"));
const bundled = plant(join(work, "extension", "bin"), false);
const context = { extensionPath: join(work, "extension"), extension: { id: "a.b" }, subscriptions: [] } as unknown as ExtensionContext;

/** Starts the extension as after opening the folders; gives what was started. */
async function open(serverPath: string): Promise<string[]> {
  started.length = 0;
  state.errors.length = 0;
  Object.assign(state, { trusted: false, serverPath, folders: [shop, join(work, "second")] });
  await activate(context);
  return [...started];
}

test("opening a folder runs nothing from it, and trusting it lets the setting count", async () => {
  process.env["PATH"] = `${join(work, "linked")}:.:${process.env["PATH"]}`;
  for (const setting of ["", "${workspaceFolder}/node_modules/.bin/" + name, planted, second, join(work, "linked", name)]) {
    assert.deepEqual(await open(setting), [bundled], setting);
    assert.deepEqual(state.errors, []);
  }
  assert.ok(!existsSync(mark), "a planted program ran");

  // Without a bundled server, too, PATH leads nowhere that the folder brings.
  rmSync(bundled);
  const path = process.env["PATH"];
  process.env["PATH"] = `${join(work, "linked")}:${join(shop, "node_modules", ".bin")}:.`;
  assert.deepEqual(await open(""), []);
  assert.equal(state.errors.length, 1);
  process.env["PATH"] = path;
  assert.ok(!existsSync(mark), "a planted program ran");

  await open(planted);
  started.length = 0;
  grantTrust();
  await deactivate();
  assert.ok(started.length > 0 && started.every((program) => program === planted));
  assert.ok(existsSync(mark), "the trusted program did not run");
});
