// When the server is needed: not for a README that says nothing of Customer.io.
import { workspace, type Disposable, type TextDocument } from "vscode";
import { documentSelector } from "./server.ts";

/** Documents that show code. Most of them have nothing to do with Customer.io. */
const SHOWING = ["markdown", "mdx"];

/** Runs `begin` now, unless only documents are open that do not mention Customer.io; then with the first other one. */
export async function whenAsked(subscriptions: Disposable[], begin: () => Promise<void>): Promise<void> {
  const open = workspace.textDocuments;
  const isOnlyShown = open.some(shows) && !open.some(asks);
  if (!isOnlyShown) {
    await begin();
    return;
  }
  const waiting: Disposable[] = [];
  const look = (document: TextDocument): void => {
    if (waiting.length === 0 || !asks(document)) return;
    waiting.splice(0).forEach((one) => one.dispose());
    void begin();
  };
  waiting.push(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => look(document)),
  );
  subscriptions.push({ dispose: () => waiting.splice(0).forEach((one) => one.dispose()) });
}

function shows(document: TextDocument): boolean {
  return SHOWING.includes(document.languageId);
}

/** Whether a document is code, or shows code and mentions Customer.io. */
function asks(document: TextDocument): boolean {
  if (shows(document)) return /customer\.?io|\bcio\b/i.test(document.getText());
  return documentSelector.some(({ language }) => language === document.languageId);
}
