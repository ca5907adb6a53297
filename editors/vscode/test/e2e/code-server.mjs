// VS Code as a web server: its folders, its start, its end.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { awaited } from "./checks.mjs";

/** The user's settings: nothing that calls home, moves or covers the editor. */
const SETTINGS = {
  "chat.disableAIFeatures": true,
  // The settings are typed in as they stand.
  "editor.autoClosingBrackets": "never",
  "editor.autoClosingQuotes": "never",
  "editor.autoSurround": "never",
  "editor.hover.delay": 50,
  "editor.minimap.enabled": false,
  "extensions.autoUpdate": "off",
  "files.autoSave": "off",
  "git.enabled": false,
  // The SDK is not installed in the test's project; that is not what is looked at here.
  "js/ts.validate.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.editor.useModal": "off",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/** The text of the user's settings file, one line: the test's own ones and `more`. */
export function settingsText(more) {
  return JSON.stringify({ ...SETTINGS, ...more });
}

/** A code-server with its own home. */
export class CodeServer {
  #entry;
  #home;
  #process;
  #output = "";

  constructor(entry, home) {
    this.#entry = entry;
    this.#home = home;
    mkdirSync(join(home, "User"), { recursive: true });
    writeFileSync(join(home, "User", "settings.json"), settingsText({}));
  }

  /** Installs an extension from a file. */
  install(vsix) {
    execFileSync(process.execPath, [...this.#arguments(), "--install-extension", vsix], this.#options());
  }

  /** Starts it; gives the address. */
  async start() {
    const options = { ...this.#options(), detached: true };
    this.#process = spawn(process.execPath, [...this.#arguments(), "--bind-addr", "127.0.0.1:0"], options);
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream.on("data", (chunk) => (this.#output += chunk));
    }
    return awaited("code-server's address", () => {
      if (this.#process.exitCode !== null) throw new Error(`code-server ended:\n${this.#output}`);
      return /HTTP server listening on (http:\S+?)\/?\s/.exec(this.#output)?.[1];
    });
  }

  /** Ends it and all that it started, without a farewell. */
  stop() {
    if (this.#process?.pid) process.kill(-this.#process.pid, "SIGKILL");
  }

  /** What it has printed. */
  get output() {
    return this.#output;
  }

  /** Ids of the processes that run the server out of the installed extension. */
  serverProcesses() {
    return readdirSync("/proc").filter((entry) => {
      if (!/^\d+$/.test(entry)) return false;
      try {
        const words = readFileSync(`/proc/${entry}/cmdline`, "utf8").split("\0");
        return words.includes("lsp") && words.some((word) => word.startsWith(join(this.#home, "extensions")));
      } catch {
        return false; // Ended between the listing and the reading.
      }
    });
  }

  #arguments() {
    const flags = ["--auth=none", "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"];
    return [
      this.#entry,
      ...flags,
      "--disable-getting-started-override",
      `--user-data-dir=${this.#home}`,
      `--extensions-dir=${join(this.#home, "extensions")}`,
      `--config=${join(this.#home, "config.yaml")}`,
    ];
  }

  #options() {
    // A closed port: the gallery is asked at the start, and there must be no answer from anywhere.
    const nowhere = "http://127.0.0.1:9/";
    const gallery = { serviceUrl: nowhere, itemUrl: nowhere, resourceUrlTemplate: `${nowhere}{path}` };
    const env = { ...process.env, HOME: this.#home, EXTENSIONS_GALLERY: JSON.stringify(gallery) };
    return { env, stdio: ["ignore", "pipe", "pipe"] };
  }
}
