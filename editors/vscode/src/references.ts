// The places that a code lens counts. The protocol has no command that shows places, so the server names this one, and
// only to clients that say that they have it.
import { commands, Location, Position, Range, Uri, type ExtensionContext } from "vscode";
import type { ClientCapabilities, StaticFeature } from "vscode-languageclient/node";

/** Shows places beside the one that they are about. */
export const SHOW_REFERENCES = "customerio.showReferences";

/** As the protocol has places. */
type Place = { line: number; character: number };
type Places = { uri: string; range: { start: Place; end: Place } }[];

/** Registers the command. */
export function registerReferences(context: ExtensionContext): void {
  const at = ({ line, character }: Place) => new Position(line, character);
  context.subscriptions.push(
    commands.registerCommand(SHOW_REFERENCES, async (uri: string, position: Place, places: Places) => {
      const locations = places.map(({ uri, range }) => new Location(Uri.parse(uri), new Range(at(range.start), at(range.end))));
      await commands.executeCommand("editor.action.showReferences", Uri.parse(uri), at(position), locations);
    }),
  );
}

/** Tells the server that the command is there. */
export const announcesReferences = {
  fillClientCapabilities: (capabilities: ClientCapabilities) => {
    const before = capabilities.experimental as Record<string, unknown> | undefined;
    capabilities.experimental = { ...before, commands: { commands: [SHOW_REFERENCES] } };
  },
  initialize: () => {},
  getState: () => ({ kind: "static" }),
  clear: () => {},
} satisfies StaticFeature;
