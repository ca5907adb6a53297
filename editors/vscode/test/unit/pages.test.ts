// Links to rules lead to the pages that come with the extension.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { CodeAction, Diagnostic, ExtensionContext, Hover } from "vscode";
import { linksToPages, registerPages } from "../../src/pages.ts";
import { MarkdownString, state } from "./fake/vscode.ts";

const extension = mkdtempSync(join(tmpdir(), "customerio-pages-"));
after(() => rmSync(extension, { recursive: true }));
mkdirSync(join(extension, "docs", "rules"), { recursive: true });
writeFileSync(join(extension, "docs", "rules", "wrong-api-key.md"), "# wrong-api-key\n");
writeFileSync(join(extension, "secret.md"), "secret");
registerPages({ extensionPath: extension, subscriptions: [] } as unknown as ExtensionContext);

const command = "command:customerio.openRulePage?%5B%22wrong-api-key%22%5D";

test("a page is read from the extension, and nothing else is", async () => {
  const read = (path: string) => state.pages?.provideTextDocumentContent({ path });
  assert.equal(await read("/rules/wrong-api-key.md"), "# wrong-api-key\n");
  for (const path of ["/rules/missing.md", "/../secret.md", "/rules/../../secret.md", "/rules"]) {
    assert.equal(await read(path), `There is no page ${path}.`);
  }
});

test("the code of a finding opens its page, and that of other tools stays what it is", () => {
  const finding = (source: string) =>
    ({ source, code: { value: "wrong-api-key", target: { toString: () => "https://example.com/" } } }) as unknown as Diagnostic;
  const targets: string[] = [];
  linksToPages.handleDiagnostics({} as never, [finding("customerio"), finding("eslint")], (_, diagnostics) => {
    targets.push(...diagnostics.map(({ code }) => (typeof code === "object" ? code.target.toString() : "")));
  });
  assert.deepEqual(targets, ["customerio-docs:/rules/wrong-api-key.md", "https://example.com/"]);
});

test("links in hovers open pages", async () => {
  const text = "See [the page](https://customerio-ls.github.io/customerio-ls/rules/wrong-api-key.html) and https://example.com/a.html";
  const hover = { contents: [new MarkdownString(text)] } as unknown as Hover;
  const changed = await linksToPages.provideHover({} as never, {} as never, {} as never, async () => hover);
  const [content] = (changed as unknown as { contents: MarkdownString[] }).contents;
  assert.equal(content?.value, `See [the page](${command}) and https://example.com/a.html`);
  assert.deepEqual(content?.isTrusted, { enabledCommands: ["customerio.openRulePage"] });
});

test("the action that shows the documentation of a rule opens its page, and other actions stay what they are", async () => {
  const action = (command: string) => ({ title: "", command: { title: "", command, arguments: ["wrong-api-key"] } });
  const offered = [action("customerio.showRuleDocumentation"), action("other"), { title: "", command: "plain" }, { title: "" }];
  const next = async () => offered as unknown as CodeAction[];
  const changed = await linksToPages.provideCodeActions({} as never, {} as never, {} as never, {} as never, next);
  assert.deepEqual(changed, [action("customerio.openRulePage"), action("other"), { title: "", command: "plain" }, { title: "" }]);
});
