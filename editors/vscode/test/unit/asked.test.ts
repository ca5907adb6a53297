// A README starts the server only when it says something of Customer.io.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openDocument, state } from "./fake/vscode.ts";
import { whenAsked } from "../../src/asked.ts";

const document = (languageId: string, text: string) => ({ languageId, getText: () => text });
let begun = 0;

/** Asks with these documents open. */
async function ask(...documents: unknown[]): Promise<void> {
  begun = 0;
  state.documents = documents;
  await whenAsked([], async () => void begun++);
}

beforeEach(() => void (state.documents = []));

test("code, and documents that mention Customer.io, ask at once", async () => {
  await ask(document("typescript", ""));
  assert.equal(begun, 1);
  await ask(document("plaintext", ""), document("markdown", "```ts\nimport { TrackClient } from 'customerio-node';\n```"));
  assert.equal(begun, 1);
  // By a command.
  await ask();
  assert.equal(begun, 1);
});

test("other documents wait, and what asks later begins once", async () => {
  await ask(document("markdown", "# A library"));
  assert.equal(begun, 0);
  openDocument(document("mdx", "# Another"));
  openDocument(document("json", "customer.io"));
  assert.equal(begun, 0);
  openDocument(document("markdown", "Events go to Customer.io."), "change");
  openDocument(document("typescript", ""));
  assert.equal(begun, 1);
});
