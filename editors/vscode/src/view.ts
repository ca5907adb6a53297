// The view "Customer.io": what the server knows of the workspace, as a tree. It asks only while it is visible, and again
// when the server says that something may have changed.
import {
  commands,
  EventEmitter,
  Position,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  type Disposable,
  type TreeDataProvider,
  type TreeView,
} from "vscode";
import type { ClientCapabilities, LanguageClient, StaticFeature } from "vscode-languageclient/node";
import { tree, type Entry, type Outline, type Place } from "./outline.ts";

const VIEW = "customerio.outline";
const REQUEST = "customerio/outline";
const REFRESH = "customerio/outline/refresh";
/** The key of the experimental capabilities of both sides. */
const CAPABILITY = "customerioOutline";

/** Edits that follow each other faster than this are shown together. */
const PAUSE_MS = 250;

/** Why the view has nothing to show: the value of the context key `customerio.outline`, see `viewsWelcome` in package.json. */
type Emptiness = "stopped" | "outdated" | "indexing" | "empty" | "filled";

/** Tells the server that it may ask for another look at the outline. */
const outlineFeature: StaticFeature = {
  fillClientCapabilities(capabilities: ClientCapabilities) {
    const others = capabilities.experimental as object | undefined;
    capabilities.experimental = { ...others, [CAPABILITY]: { refreshSupport: true } };
  },
  initialize() {},
  getState: () => ({ kind: "static" }),
  clear() {},
};

/** The view. */
export class OutlineView implements TreeDataProvider<Entry>, Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: TreeView<Entry>;
  #client: LanguageClient | undefined;
  #entries: Entry[] = [];
  /** The answer that is shown, to leave the tree alone where nothing changed. */
  #shown = "";
  /** Whether something may have changed since the last question. */
  #isStale = false;
  #isAsking = false;
  #timer: NodeJS.Timeout | undefined;

  constructor() {
    this.#view = window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#view.onDidChangeVisibility(({ visible }) => {
      if (visible && this.#isStale) void this.#ask();
    });
    this.#say("indexing");
  }

  /** A client that is about to start its server. */
  prepare(client: LanguageClient): void {
    client.registerFeature(outlineFeature);
    client.onRequest(REFRESH, () => {
      this.#later();
      return null;
    });
  }

  /** The server runs. */
  attach(client: LanguageClient): void {
    this.#client = client;
    const offered = client.initializeResult?.capabilities.experimental as Record<string, unknown> | undefined;
    if (offered?.[CAPABILITY] !== true) {
      this.#client = undefined;
      this.#show([], "outdated");
      return;
    }
    this.#isStale = true;
    if (this.#view.visible) void this.#ask();
  }

  /** The server does not run. */
  detach(): void {
    this.#client = undefined;
    this.#show([], "stopped");
  }

  getTreeItem(entry: Entry): TreeItem {
    const { None, Expanded, Collapsed } = TreeItemCollapsibleState;
    const item = new TreeItem(entry.label, entry.children.length === 0 ? None : entry.isOpen ? Expanded : Collapsed);
    item.id = entry.id;
    item.description = entry.description;
    item.tooltip = entry.tooltip;
    if (entry.icon !== "") {
      item.iconPath = new ThemeIcon(entry.icon, entry.isWarning ? new ThemeColor("list.warningForeground") : undefined);
    }
    if (entry.place !== undefined) {
      const { uri, range } = entry.place;
      const at = ({ line, character }: Place["range"]["start"]) => new Position(line, character);
      const selection = new Range(at(range.start), at(range.end));
      item.command = { command: "vscode.open", title: "Open", arguments: [Uri.parse(uri, true), { selection }] };
    }
    return item;
  }

  getChildren(entry?: Entry): Entry[] {
    return entry === undefined ? this.#entries : entry.children;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#view.dispose();
    this.#changed.dispose();
  }

  #later(): void {
    this.#isStale = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#view.visible) void this.#ask();
    }, PAUSE_MS);
  }

  /** Asks the server until its answer is up to date. One question at a time. */
  async #ask(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      while (this.#isStale && this.#client !== undefined) {
        this.#isStale = false;
        const client = this.#client;
        const outline = await client.sendRequest<Outline>(REQUEST, {});
        // Another server may have been started meanwhile.
        if (this.#client !== client) continue;
        const entries = tree(outline);
        this.#show(entries, entries.length > 0 ? "filled" : outline.isComplete ? "empty" : "indexing");
      }
    } catch {
      // The client has written it to the log; what is shown stays.
    } finally {
      this.#isAsking = false;
    }
  }

  #show(entries: Entry[], why: Emptiness): void {
    this.#say(why);
    const shown = JSON.stringify(entries);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#entries = entries;
    this.#changed.fire();
  }

  #say(why: Emptiness): void {
    void commands.executeCommand("setContext", VIEW, why);
  }
}
