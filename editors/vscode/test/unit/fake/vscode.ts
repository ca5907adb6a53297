// As much of VS Code as the extension asks for when it starts, under the test's control.
import { EventEmitter } from "node:events";

/** What the test sets and looks at. */
export const state = { trusted: false, serverPath: "", folders: [] as string[], log: [] as string[], errors: [] as string[] };
const events = new EventEmitter();

/** The user trusts the workspace. */
export function grantTrust(): void {
  state.trusted = true;
  events.emit("trust");
}

const nothing = { dispose() {} };
const note = (line: string) => void state.log.push(line);

export const workspace = {
  get isTrusted() {
    return state.trusted;
  },
  get workspaceFolders() {
    return state.folders.map((fsPath) => ({ uri: { fsPath } }));
  },
  getConfiguration: () => ({ get: () => state.serverPath }),
  onDidChangeConfiguration: () => nothing,
  onDidGrantWorkspaceTrust: (listener: () => void) => {
    events.on("trust", listener);
    return nothing;
  },
};
export const window = {
  createOutputChannel: () => ({ info: note, warn: note, error: note, show() {}, ...nothing }),
  showErrorMessage: (message: string) => {
    state.errors.push(message);
    return Promise.resolve(undefined);
  },
};
export const commands = { registerCommand: () => nothing };
export const languages = { createLanguageStatusItem: () => ({ ...nothing }) };
export const LanguageStatusSeverity = { Error: 2, Information: 0 };
