// The server's life: found, started, watched, restarted.
import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { commands, window, workspace, type Disposable, type ExtensionContext, type LogOutputChannel } from "vscode";
import { LanguageClient, State, type DocumentSelector } from "vscode-languageclient/node";
import { serverCommands } from "./account.ts";
import { copyOf, installedIn } from "./installed.ts";
import { locate } from "./locate.ts";
import { linksToPages } from "./pages.ts";
import { announcesReferences } from "./references.ts";
import { renaming } from "./rename.ts";
import type { Status } from "./status.ts";
import type { OutlineView } from "./view.ts";

/** The documents that the server is asked about: saved or not, but not those of other schemes (git, diff views). */
export const documentSelector = [
  "javascript",
  "javascriptreact",
  "typescript",
  "typescriptreact",
  "vue",
  "svelte",
  "astro",
  "markdown",
  "mdx",
].flatMap((language) => ["file", "untitled"].map((scheme) => ({ language, scheme }))) satisfies DocumentSelector;

/** What asks for the SDK: the only JSON that the server has something to say of. */
const manifest = { language: "json", scheme: "file", pattern: "**/package.json" } satisfies DocumentSelector[number];

/** Starts, restarts and stops the server; one thing at a time. */
export class Server implements Disposable {
  readonly #context: ExtensionContext;
  readonly #log: LogOutputChannel;
  readonly #status: Status;
  readonly #view: OutlineView;
  #client: LanguageClient | undefined;
  #queue: Promise<void> = Promise.resolve();

  constructor(context: ExtensionContext, log: LogOutputChannel, status: Status, view: OutlineView) {
    this.#context = context;
    this.#log = log;
    this.#status = status;
    this.#view = view;
  }

  /** Stops the server if it runs, and starts it. Never rejects: what goes wrong is shown. */
  restart(): Promise<void> {
    return this.#enqueue(async () => {
      await this.#stopNow();
      await this.#startNow();
    });
  }

  /** Stops the server. */
  stop(): Promise<void> {
    return this.#enqueue(() => this.#stopNow());
  }

  dispose(): void {
    void this.stop();
  }

  #enqueue(step: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(step).catch((error: unknown) => this.#fail(`The language server: ${String(error)}`));
    return this.#queue;
  }

  async #startNow(): Promise<void> {
    this.#status.show({ is: "starting" });
    const executable = process.platform === "win32" ? "customerio-ls.exe" : "customerio-ls";
    const folders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath);
    const machine = { platform: process.platform, arch: process.arch, hasGlibc };
    const projects = folders.map((folder) => installedIn(folder, machine)).filter((file) => file !== undefined);
    const located = locate(
      {
        setting: workspace.getConfiguration("customerio").get("server.path", "").trim(),
        projects,
        bundled: join(this.#context.extensionPath, "bin", executable),
        path: process.env["PATH"] ?? "",
        home: homedir(),
        workspaceFolders: folders,
        trusted: workspace.isTrusted,
        executable,
        ...(process.platform === "win32" && { script: "customerio-ls.cmd" }),
      },
      { canRun, realPath, installedIn: (folder) => installedIn(folder, machine) },
      (line) => this.#log.info(`Looking for the server: ${line}`),
    );
    if ("problem" in located) {
      this.#fail(located.problem);
      return;
    }

    const isOfProject = process.platform === "win32" && projects.includes(located.file);
    const command = isOfProject ? copyOf(located.file, join(this.#context.globalStorageUri.fsPath, "servers")) : located.file;

    const client = new LanguageClient(
      "customerio",
      "Customer.io",
      { command, args: ["lsp"] },
      {
        documentSelector: [...documentSelector, manifest],
        outputChannel: this.#log,
        synchronize: { configurationSection: "customerio" },
        middleware: { ...linksToPages, ...serverCommands, ...renaming(() => this.#client) },
      },
    );
    client.registerFeature(announcesReferences);
    this.#view.prepare(client);
    client.onDidChangeState(({ newState }) => {
      if (this.#client !== client) return;
      if (newState === State.Starting) this.#status.show({ is: "starting" });
      if (newState === State.Running) {
        this.#status.show({ is: "running", version: client.initializeResult?.serverInfo?.version });
        this.#view.attach(client);
      }
      if (newState === State.Stopped) {
        this.#status.show({ is: "stopped", why: "The language server has stopped" });
        this.#view.detach();
      }
    });
    this.#client = client;
    try {
      await client.start();
    } catch (error) {
      this.#fail(`${located.file} could not be started: ${String(error)}`);
      return;
    }
    const version = client.initializeResult?.serverInfo?.version;
    this.#status.show({ is: "running", version });
    this.#log.info(`Started ${located.file}${version === undefined ? "" : `, version ${version}`}`);
  }

  async #stopNow(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    // A client that failed to start, or whose server has crashed, cannot be stopped; it only has to be let go.
    await client?.dispose().catch((error: unknown) => this.#log.warn(`Stopping the server: ${String(error)}`));
  }

  #fail(why: string): void {
    this.#log.error(why);
    this.#status.show({ is: "stopped", why });
    this.#view.detach();
    const openSettings = "Open Settings";
    const showLog = "Show Log";
    void window.showErrorMessage(why, openSettings, showLog).then((choice) => {
      if (choice === openSettings) void commands.executeCommand("workbench.action.openSettings", "customerio.server.path");
      if (choice === showLog) this.#log.show();
    });
  }
}

/** Whether this is a Linux with glibc. Node's report knows. */
function hasGlibc(): boolean {
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined;
  return report?.header?.glibcVersionRuntime !== undefined;
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
