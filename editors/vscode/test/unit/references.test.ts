// The places that a code lens counts are shown by VS Code's own command.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ExtensionContext } from "vscode";
import { announcesReferences, registerReferences } from "../../src/references.ts";
import { state } from "./fake/vscode.ts";

test("places of the protocol become places of VS Code", async () => {
  registerReferences({ subscriptions: [] } as unknown as ExtensionContext);
  const place = (line: number) => ({ uri: `file:///${line}.ts`, range: { start: { line, character: 1 }, end: { line, character: 5 } } });
  await state.commands.get("customerio.showReferences")?.("file:///a.ts", { line: 3, character: 2 }, [place(1), place(2)]);
  assert.deepEqual(JSON.parse(JSON.stringify(state.executed)), [
    [
      "editor.action.showReferences",
      "parsed:file:///a.ts",
      { line: 3, character: 2 },
      [1, 2].map((line) => ({
        uri: `parsed:file:///${line}.ts`,
        range: { start: { line, character: 1 }, end: { line, character: 5 } },
      })),
    ],
  ]);
});

test("the server learns that the command is there, beside what others announce", () => {
  const capabilities = { experimental: { other: true } };
  announcesReferences.fillClientCapabilities(capabilities);
  assert.deepEqual(capabilities.experimental, { other: true, commands: { commands: ["customerio.showReferences"] } });
});
