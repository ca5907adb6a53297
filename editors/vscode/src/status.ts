// The entry in the language status menu: what the server is doing, and a way to its log.
import { LanguageStatusSeverity, languages, type DocumentSelector, type Disposable } from "vscode";

/** What the server is doing. */
export type State = { is: "starting" } | { is: "running"; version: string | undefined } | { is: "stopped"; why: string };

/** The status entry. */
export interface Status extends Disposable {
  /** Shows a new state. */
  show(state: State): void;
}

/** Makes the entry, shown for the documents of `selector`. */
export function createStatus(selector: DocumentSelector): Status {
  const item = languages.createLanguageStatusItem("customerio.status", selector);
  item.name = "Customer.io";
  return {
    show(state) {
      item.busy = state.is === "starting";
      item.severity = state.is === "stopped" ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
      item.command =
        state.is === "stopped"
          ? { title: "Restart", command: "customerio.restart" }
          : { title: "Show Log", command: "customerio.showLog" };
      switch (state.is) {
        case "starting":
          item.text = "Customer.io";
          item.detail = "The language server is starting";
          break;
        case "running":
          item.text = state.version === undefined ? "Customer.io" : `Customer.io ${state.version}`;
          item.detail = "The language server is running";
          break;
        case "stopped":
          item.text = "Customer.io";
          item.detail = state.why;
          break;
      }
    },
    dispose: () => item.dispose(),
  };
}
