// The extension's door: what VS Code calls, and what it registers.
import { commands, window, workspace, type ExtensionContext } from "vscode";
import { documentSelector, Server } from "./server.ts";
import { createStatus } from "./status.ts";

let server: Server | undefined;

/** Called by VS Code when a file of one of the languages is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel("Customer.io", { log: true });
  const status = createStatus(documentSelector);
  const running = new Server(context, log, status);
  server = running;
  context.subscriptions.push(
    log,
    status,
    commands.registerCommand("customerio.restart", () => running.restart()),
    commands.registerCommand("customerio.showLog", () => log.show()),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("customerio.server.path")) void running.restart();
    }),
    // What the workspace says of the server's path counts only from here on.
    workspace.onDidGrantWorkspaceTrust(() => void running.restart()),
  );
  await running.restart();
}

/** Called by VS Code when it ends: the server must have ended before. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
