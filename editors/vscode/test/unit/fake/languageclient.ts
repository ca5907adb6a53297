// A client that starts its server for real and speaks no protocol.
import { execFileSync } from "node:child_process";

export const State = { Starting: 3, Running: 2, Stopped: 1 };

export const RenameRequest = { type: "textDocument/rename" };
export const PrepareRenameRequest = { type: "textDocument/prepareRename" };

/** The programs that were started. */
export const started: string[] = [];

export class LanguageClient {
  readonly #server: { command: string; args: string[] };
  initializeResult = undefined;

  constructor(_id: string, _name: string, server: { command: string; args: string[] }) {
    this.#server = server;
  }

  onDidChangeState(): void {}

  registerFeature(): void {}

  onRequest(): void {}

  async start(): Promise<void> {
    started.push(this.#server.command);
    execFileSync(this.#server.command, this.#server.args);
  }

  async dispose(): Promise<void> {}
}
