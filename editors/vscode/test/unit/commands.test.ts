// The commands: their arguments, what they write, and what they show.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ExecuteCommandSignature } from "vscode-languageclient";
import { serverCommands } from "../../src/account.ts";
import { registerStart } from "../../src/start.ts";
import { state } from "./fake/vscode.ts";

/** Runs a command; gives the arguments that the server got. */
async function run(command: string, args: unknown[], result: unknown): Promise<unknown[]> {
  let given: unknown[] = [];
  const next: ExecuteCommandSignature = async (_, args) => {
    given = args;
    return result;
  };
  Object.assign(state, { folders: ["/shop"], serverPath: ".env", errors: [], shown: [] });
  await serverCommands.executeCommand(command, args, next);
  return given;
}

test("commands about the account get the folder and the file of keys, and what they are given counts", async () => {
  const own = { folder: "file:///shop", envFile: ".env" };
  assert.deepEqual(await run("customerio.pullAccount", [], { exitCode: 0, text: "Wrote it\n" }), [own]);
  assert.deepEqual(state.shown, ["$ customerio-ls pull\nWrote it\n"]);
  const given = { envFile: "other.env", offline: true };
  assert.deepEqual(await run("customerio.runDoctor", [given], null), [{ ...own, ...given }]);
  assert.deepEqual(state.shown, []);
  assert.deepEqual(await run("customerio.fixAllInWorkspace", [1, 2], null), [1, 2], "others stay as they are");
});

test("a settings file that cannot be created is an error, and one that can is none", async () => {
  await run("customerio.createSettingsFile", [], { exitCode: 0, text: "Wrote customerio.json\n" });
  assert.deepEqual([state.errors, state.shown], [[], []]);
  await run("customerio.createSettingsFile", [], { exitCode: 2, text: "error: no\n" });
  assert.deepEqual(state.errors, ["Customer.io: error: no"]);
});

test("fix on save is added to what is done on save", async () => {
  registerStart("a.b");
  const turnOn = async (folders: string[], inspected: unknown) => {
    Object.assign(state, { folders, inspected, written: [] });
    await state.commands.get("customerio.turnOnFixOnSave")?.();
    return state.written;
  };
  const ours = { "source.fixAll.customerio": "explicit" };
  assert.deepEqual(await turnOn(["/shop"], undefined), [["codeActionsOnSave", ours, 2]]);
  const workspaceValue = { "source.organizeImports": "explicit" };
  assert.deepEqual(await turnOn(["/shop"], { workspaceValue, globalValue: { x: true } }), [["codeActionsOnSave", { ...workspaceValue, ...ours }, 2]]);
  assert.deepEqual(await turnOn([], { globalValue: ["source.fixAll"] }), [["codeActionsOnSave", { "source.fixAll": "explicit", ...ours }, 1]]);
});

test("the example is shown, and the view and the walkthrough are opened", async () => {
  registerStart("a.b");
  Object.assign(state, { shown: [], executed: [] });
  for (const name of ["openExample", "showEvents", "openWalkthrough"]) await state.commands.get(`customerio.${name}`)?.();
  assert.match(state.shown[0]!, /created_at: Date\.now\(\)/);
  assert.deepEqual(state.executed, [
    ["customerio.outline.focus"],
    ["workbench.action.openWalkthrough", "a.b#customerio.start", false],
  ]);
});
