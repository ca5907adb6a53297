// The commands about the account. The server announces and runs them; here they get their arguments, and their result a
// document.
import { window, workspace } from "vscode";
import type { Middleware } from "vscode-languageclient/node";

/** What each command is about. */
const titles: Record<string, string> = {
  "customerio.pullAccount": "customerio-ls pull",
  "customerio.runDoctor": "customerio-ls doctor",
};

/** Runs the commands with the folder and the file of keys, and shows what they say. */
export const accountCommands = {
  executeCommand: async (command, args, next) => {
    const title = titles[command];
    if (title === undefined) return next(command, args) as unknown;
    const file = window.activeTextEditor?.document.uri;
    const folder = (file && workspace.getWorkspaceFolder(file)) ?? workspace.workspaceFolders?.[0];
    const envFile = workspace.getConfiguration("customerio", folder).get("server.envFile", "").trim();
    const result = (await next(command, [{ folder: folder?.uri.toString(), envFile }])) as { text?: unknown } | null;
    if (typeof result?.text === "string") {
      const content = `$ ${title}\n${result.text}`;
      await window.showTextDocument(await workspace.openTextDocument({ content, language: "plaintext" }), { preview: true });
    }
    return result;
  },
} satisfies Middleware;
