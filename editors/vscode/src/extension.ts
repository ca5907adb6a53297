// The extension's door: what VS Code calls, and what it registers.
import { commands, window, workspace, type ExtensionContext } from "vscode";
import { registerPages } from "./pages.ts";
import { registerReferences } from "./references.ts";
import { registerStart } from "./start.ts";
import { documentSelector, Server } from "./server.ts";
import { whenAsked } from "./asked.ts";
import { createStatus } from "./status.ts";
import { OutlineView } from "./view.ts";

let server: Server | undefined;

/**
 * Called by VS Code when a file of one of the languages is opened, or one of the commands is run. A document that shows
 * code starts nothing as long as it does not mention Customer.io.
 */
export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel("Customer.io", { log: true });
  const status = createStatus(documentSelector);
  const view = new OutlineView();
  const running = new Server(context, log, status, view);
  server = running;
  context.subscriptions.push(
    log,
    status,
    view,
    ...registerStart(context.extension.id),
    commands.registerCommand("customerio.restart", () => running.restart()),
    commands.registerCommand("customerio.showLog", () => log.show()),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("customerio.server.path")) void running.restart();
    }),
    // The workspace's setting of the server's path applies only from here on.
    workspace.onDidGrantWorkspaceTrust(() => void running.restart()),
  );
  registerPages(context);
  registerReferences(context);
  await whenAsked(context.subscriptions, async () => {
    // The view is not there before: in a project in other languages it would only take room.
    await commands.executeCommand("setContext", "customerio.isActive", true);
    await running.restart();
  });
}

/** Called by VS Code when it ends; resolves when the server has ended. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
