// The pages of the rules, which come with the extension: links to them open here, without a network.
import { readFile, readdir } from "node:fs/promises";
import { join, normalize, sep } from "node:path";
import {
  commands,
  Diagnostic,
  EventEmitter,
  Hover,
  MarkdownString,
  Uri,
  window,
  workspace,
  type ExtensionContext,
  type TextDocumentContentProvider,
} from "vscode";
import type { Middleware } from "vscode-languageclient/node";

/** Opens the page of a rule: the one that is given, or one that the user picks. */
export const OPEN_RULE_PAGE = "customerio.openRulePage";

/** The server's command that opens the page on the web. */
const SHOW_RULE_DOCUMENTATION = "customerio.showRuleDocumentation";

const SCHEME = "customerio-docs";
const SOURCE = "customerio";
const RULE_LINK = /https?:\/\/[^\s()]+\/rules\/([a-z0-9-]+)\.html/g;

/** Registers the pages and the command that opens them. */
export function registerPages(context: ExtensionContext): void {
  const folder = join(context.extensionPath, "docs");
  context.subscriptions.push(
    workspace.registerTextDocumentContentProvider(SCHEME, new Pages(folder)),
    commands.registerCommand(OPEN_RULE_PAGE, async (rule?: string) => {
      const id = rule ?? (await window.showQuickPick(rules(folder), { placeHolder: "Rule" }));
      if (id === undefined) return;
      await commands.executeCommand("vscode.open", pageOf(id));
    }),
  );
}

/**
 * Lets links to the pages of rules, of findings, in hovers and in actions, lead to the pages that came with the extension. VS Code runs
 * commands that hovers link to, and opens addresses that findings link to.
 */
export const linksToPages = {
  handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(withPage)),
  provideDiagnostics: async (document, previous, token, next) => {
    const report = await next(document, previous, token);
    if (report && "items" in report) report.items = report.items.map(withPage);
    return report;
  },
  provideHover: async (document, position, token, next) => {
    const hover = await next(document, position, token);
    return hover && new Hover(hover.contents.map(hereInstead), hover.range);
  },
  provideCodeActions: async (document, range, context, token, next) => {
    const actions = await next(document, range, context, token);
    for (const { command } of actions ?? []) {
      if (typeof command === "object" && command.command === SHOW_RULE_DOCUMENTATION) command.command = OPEN_RULE_PAGE;
    }
    return actions;
  },
} satisfies Middleware;

class Pages implements TextDocumentContentProvider {
  readonly #folder: string;
  readonly onDidChange = new EventEmitter<Uri>().event;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const file = normalize(join(this.#folder, uri.path));
    // Pages link to each other; none leads out of their folder.
    if (!file.startsWith(this.#folder + sep) || !file.endsWith(".md")) return `There is no page ${uri.path}.`;
    return readFile(file, "utf8").catch(() => `There is no page ${uri.path}.`);
  }
}

/** The ids of all rules that have a page. */
async function rules(folder: string): Promise<string[]> {
  const files = await readdir(join(folder, "rules"));
  return files.filter((file) => file !== "README.md").map((file) => file.replace(/\.md$/, ""));
}

function withPage(diagnostic: Diagnostic): Diagnostic {
  const { code, source } = diagnostic;
  if (source === SOURCE && typeof code === "object" && typeof code.value === "string") {
    diagnostic.code = { value: code.value, target: pageOf(code.value) };
  }
  return diagnostic;
}

function hereInstead(content: Hover["contents"][number]): Hover["contents"][number] {
  if (!(content instanceof MarkdownString)) return content;
  const changed = new MarkdownString(content.value.replace(RULE_LINK, (_, rule: string) => openCommand(rule)));
  changed.isTrusted = { enabledCommands: [OPEN_RULE_PAGE] };
  return changed;
}

/** The page of a rule. VS Code shows its scheme as rendered Markdown: see `workbench.editorAssociations` in package.json. */
function pageOf(rule: string): Uri {
  return Uri.from({ scheme: SCHEME, path: `/rules/${rule}.md` });
}

function openCommand(rule: string): string {
  return `command:${OPEN_RULE_PAGE}?${encodeURIComponent(JSON.stringify([rule]))}`;
}
