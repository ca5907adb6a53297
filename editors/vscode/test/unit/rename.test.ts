// Renaming with F2, beside TypeScript: what the server knows is taken, and the rest is left to others.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { CancellationToken, Position, TextDocument } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { renaming } from "../../src/rename.ts";
import { state } from "./fake/vscode.ts";

/** A client whose server answers so. */
function middleware(answer: unknown) {
  const same = (value: unknown) => value;
  const client = {
    code2ProtocolConverter: { asTextDocumentIdentifier: same, asPosition: same },
    protocol2CodeConverter: { asRange: same, asWorkspaceEdit: async (edit: unknown) => edit },
    sendRequest: async () => answer,
  };
  return renaming(() => client as unknown as LanguageClient);
}

const [document, position, token] = [{} as TextDocument, {} as Position, {} as CancellationToken];
const library = async () => assert.fail("the library is not asked");

test("a place is taken as the server says, and left to others where it says nothing", async () => {
  const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } };
  const prepare = (answer: unknown) => middleware(answer).prepareRename(document, position, token, library);
  assert.equal(await prepare(range), range);
  assert.deepEqual(await prepare({ range, placeholder: "a" }), { range, placeholder: "a" });
  assert.equal(await prepare(null), null);
});

test("changes in code need no confirmation, and those of the account's list do", async () => {
  const annotations = (needsConfirmation: boolean) => ({
    account: { label: "Campaigns must change too", needsConfirmation },
    list: { label: "The settings file lists it", needsConfirmation: true },
  });
  state.warnings.length = 0;
  const edit = await middleware({ changeAnnotations: annotations(true) }).provideRenameEdits(document, position, "b", token, library);
  assert.deepEqual(edit, { changeAnnotations: annotations(false) });
  assert.deepEqual(state.warnings, ["Rename it at Customer.io too. Campaigns must change too."]);
  assert.deepEqual(await middleware({ changes: {} }).provideRenameEdits(document, position, "b", token, library), { changes: {} });
  assert.equal(state.warnings.length, 1);
});

test("without a server the library answers", async () => {
  const { prepareRename, provideRenameEdits } = renaming(() => undefined);
  const nothing = async () => undefined;
  assert.equal(await prepareRename(document, position, token, nothing), undefined);
  assert.equal(await provideRenameEdits(document, position, "b", token, nothing), undefined);
});
