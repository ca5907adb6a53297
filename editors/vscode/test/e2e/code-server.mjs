// VS Code as a web server: its folders, its start, its end.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { awaited } from "./checks.mjs";

/** The user's settings: nothing that calls home, moves or covers the editor. */
const SETTINGS = {
  "chat.disableAIFeatures": true,
  "editor.hover.delay": 50,
  "editor.minimap.enabled": false,
  "extensions.autoUpdate": false,
  "git.enabled": false,
  // The SDK is not installed in the test's project; that is not what is looked at here.
  "javascript.validate.enable": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "typescript.validate.enable": false,
  "update.mode": "none",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

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
    this.settings({});
  }

  /** Writes the user's settings: the test's own ones and `more`. */
  settings(more) {
    writeFileSync(join(this.#home, "User", "settings.json"), JSON.stringify({ ...SETTINGS, ...more }, null, 2));
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

  /** What the extension has written into its log, over all windows. */
  log() {
    const logs = join(this.#home, "logs");
    const files = readdirSync(logs, { recursive: true }).filter((file) => file.endsWith("Customer.io.log"));
    return files.map((file) => readFileSync(join(logs, file), "utf8")).join("");
  }

  /** Ids of the processes that run the server out of the installed extension. */
  serverProcesses() {
    return readdirSync("/proc").filter((entry) => {
      if (!/^\d+$/.test(entry)) return false;
      try {
        return readFileSync(`/proc/${entry}/cmdline`, "utf8").includes(join(this.#home, "extensions"));
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
