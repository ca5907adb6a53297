// The commands that the server announces and runs; here they get their arguments, and their results are shown.
import { window, workspace } from "vscode";
import type { Middleware } from "vscode-languageclient/node";

/** The argument of the commands, each member of which is optional. */
interface Argument {
  folder?: string;
  envFile?: string;
}

/** The commands about the account, with what they run. */
const account: Record<string, string> = {
  "customerio.pullAccount": "customerio-ls pull",
  "customerio.runDoctor": "customerio-ls doctor",
};

const CREATE_SETTINGS = "customerio.createSettingsFile";

/** Runs the commands with the folder and the file of keys, and shows what they say. */
export const serverCommands = {
  executeCommand: async (command, args, next) => {
    const title = account[command];
    if (title === undefined && command !== CREATE_SETTINGS) return next(command, args) as unknown;
    const file = window.activeTextEditor?.document.uri;
    const folder = (file && workspace.getWorkspaceFolder(file)) ?? workspace.workspaceFolders?.[0];
    const envFile = workspace.getConfiguration("customerio", folder).get("server.envFile", "").trim();
    // What a key binding or another extension says counts.
    const given = args[0] as Argument | null | undefined;
    const result = (await next(command, [{ folder: folder?.uri.toString(), envFile, ...given }])) as {
      exitCode?: unknown;
      text?: unknown;
    } | null;
    if (typeof result?.text !== "string") return result;
    if (title === undefined) {
      // The server opens the file; only a refusal is to be said.
      if (result.exitCode !== 0) void window.showErrorMessage(`Customer.io: ${result.text.trim()}`);
    } else {
      const content = `$ ${title}\n${result.text}`;
      await window.showTextDocument(await workspace.openTextDocument({ content, language: "plaintext" }), { preview: true });
    }
    return result;
  },
} satisfies Middleware;
