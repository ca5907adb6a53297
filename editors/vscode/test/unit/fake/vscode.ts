// As much of VS Code as the extension asks for when it starts, under the test's control.
import { EventEmitter as Events } from "node:events";

/** What the test sets and looks at. */
export const state = {
  trusted: false,
  serverPath: "",
  folders: [] as string[],
  log: [] as string[],
  errors: [] as string[],
  warnings: [] as string[],
  /** What was written to the settings of the editor. */
  written: [] as unknown[][],
  /** What the setting that is asked about holds. */
  inspected: undefined as unknown,
  /** The commands that were executed. */
  executed: [] as unknown[][],
  /** The commands that were registered, by their names. */
  commands: new Map<string, (...parameters: any[]) => unknown>(),
  /** The texts that were shown. */
  shown: [] as string[],
  isViewVisible: false,
  /** The documents that are open. */
  documents: [] as unknown[],
  pages: undefined as { provideTextDocumentContent(uri: unknown): Promise<string> } | undefined,
};
const events = new Events();

/** The user trusts the workspace. */
export function grantTrust(): void {
  state.trusted = true;
  events.emit("trust");
}

/** The view is opened or closed. */
export function showView(visible: boolean): void {
  state.isViewVisible = visible;
  events.emit("visibility", { visible });
}

/** A document is opened, or changed. */
export function openDocument(document: unknown, event = "open"): void {
  state.documents.push(document);
  events.emit(event, event === "open" ? document : { document });
}

const nothing = { dispose() {} };
/** Registers a listener until it is disposed of. */
const listening = (event: string) => (listener: (of: any) => void) => {
  events.on(event, listener);
  return { dispose: () => void events.off(event, listener) };
};
const note = (line: string) => void state.log.push(line);

export const workspace = {
  get isTrusted() {
    return state.trusted;
  },
  get workspaceFolders() {
    if (state.folders.length === 0) return undefined;
    return state.folders.map((fsPath) => ({ uri: { fsPath, toString: () => `file://${fsPath}` } }));
  },
  getConfiguration: () => ({
    get: () => state.serverPath,
    inspect: () => state.inspected,
    update: async (...setting: unknown[]) => void state.written.push(setting),
  }),
  getWorkspaceFolder: () => undefined,
  openTextDocument: async ({ content }: { content: string }) => content,
  get textDocuments() {
    return state.documents;
  },
  onDidOpenTextDocument: listening("open"),
  onDidChangeTextDocument: listening("change"),
  onDidChangeConfiguration: () => nothing,
  registerTextDocumentContentProvider: (_scheme: string, provider: { provideTextDocumentContent(uri: unknown): Promise<string> }) => {
    state.pages = provider;
    return nothing;
  },
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
  showWarningMessage: async (message: string) => void state.warnings.push(message),
  showInformationMessage: () => Promise.resolve(undefined),
  showTextDocument: async (text: string) => void state.shown.push(text),
  createTreeView: () => ({
    get visible() {
      return state.isViewVisible;
    },
    onDidChangeVisibility: (listener: (event: { visible: boolean }) => void) => {
      events.on("visibility", listener);
      return nothing;
    },
    ...nothing,
  }),
};
export const commands = {
  registerCommand: (name: string, command: (...parameters: any[]) => unknown) => {
    state.commands.set(name, command);
    return nothing;
  },
  executeCommand: async (...call: unknown[]) => void state.executed.push(call),
};
export const languages = { createLanguageStatusItem: () => ({ ...nothing }) };
export const LanguageStatusSeverity = { Error: 2, Information: 0 };
export const Uri = {
  parse: (text: string) => `parsed:${text}`,
  from: ({ scheme, path }: { scheme: string; path: string }) => ({ toString: () => `${scheme}:${path}` }),
};
export class Hover {
  readonly contents: unknown[];
  readonly range: unknown;
  constructor(contents: unknown[], range?: unknown) {
    this.contents = contents;
    this.range = range;
  }
}
export class MarkdownString {
  isTrusted: unknown;
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
}
export class EventEmitter {
  readonly #events = new Events();
  readonly event = (listener: () => void) => {
    this.#events.on("it", listener);
    return nothing;
  };
  fire() {
    this.#events.emit("it");
  }
  dispose() {}
}
export class TreeItem {
  readonly label: string;
  readonly collapsibleState: number;
  command: unknown;
  constructor(label: string, collapsibleState: number) {
    this.label = label;
    this.collapsibleState = collapsibleState;
  }
}
export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 };
export const ConfigurationTarget = { Global: 1, Workspace: 2 };
export class ThemeColor {}
export class ThemeIcon {}
export class Position {
  readonly line: number;
  readonly character: number;
  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}
export class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(start: Position, end: Position) {
    this.start = start;
    this.end = end;
  }
}
export class Location {
  readonly uri: unknown;
  readonly range: Range;
  constructor(uri: unknown, range: Range) {
    this.uri = uri;
    this.range = range;
  }
}
