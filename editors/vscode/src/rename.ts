// Renaming a name inside of a string with F2. TypeScript registers a provider of renames for the same documents, and says
// "You cannot rename this element" of nearly all strings. VS Code asks the providers one after the other until one takes
// the place, and among equal selectors those of extensions before those that are built in: ours is asked first, and takes
// what is a name at Customer.io and nothing else.
import { window } from "vscode";
import { PrepareRenameRequest, RenameRequest, type LanguageClient, type Middleware } from "vscode-languageclient/node";

/** The server's annotation of the changes in code. Another one is that of the account's list. */
const IN_CODE = "account";

/** Renames by the client that runs. */
export function renaming(client: () => LanguageClient | undefined) {
  return {
    // The library refuses where the server does not know a name, and its reason would stand before TypeScript's.
    prepareRename: async (document, position, token, next) => {
      const running = client();
      if (running === undefined) return next(document, position, token);
      const { code2ProtocolConverter: code, protocol2CodeConverter: protocol } = running;
      const params = { textDocument: code.asTextDocumentIdentifier(document), position: code.asPosition(position) };
      const place = await running.sendRequest(PrepareRenameRequest.type, params, token);
      if (place === null || !("start" in place || "range" in place)) return null;
      if ("start" in place) return protocol.asRange(place);
      return { range: protocol.asRange(place.range), placeholder: place.placeholder };
    },
    // The changes in code are applied at once, and what else must change is said: VS Code would show them deselected and
    // without the reason, so that a rename took a click for each place. The account's list is asked about.
    provideRenameEdits: async (document, position, newName, token, next) => {
      const running = client();
      if (running === undefined) return next(document, position, newName, token);
      const { code2ProtocolConverter: code, protocol2CodeConverter: protocol } = running;
      const textDocument = code.asTextDocumentIdentifier(document);
      const params = { textDocument, position: code.asPosition(position), newName };
      const edit = await running.sendRequest(RenameRequest.type, params, token);
      const annotation = edit?.changeAnnotations?.[IN_CODE];
      if (annotation?.needsConfirmation) {
        annotation.needsConfirmation = false;
        void window.showWarningMessage(`Rename it at Customer.io too. ${annotation.label}.`);
      }
      return protocol.asWorkspaceEdit(edit, token);
    },
  } satisfies Middleware;
}
