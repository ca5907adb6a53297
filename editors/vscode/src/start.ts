// What helps to begin: the commands that the walkthrough and the empty view lead to.
import { commands, ConfigurationTarget, window, workspace, type Disposable } from "vscode";

/** Two mistakes that Customer.io accepts without an error. */
const EXAMPLE = `// Two mistakes that Customer.io accepts without an error.
import { RegionUS, TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const cio = new TrackClient(siteId, process.env.CUSTOMERIO_TRACK_API_KEY!, { region: RegionUS });

export async function signUp(id: string, email: string) {
  await cio.identify(id, { email, created_at: Date.now() });
  await cio.track(id, { name: "signed_up", timestamp: Date.now() / 1000 });
}
`;

const FIX_ALL = "source.fixAll.customerio";

/** Registers the commands. */
export function registerStart(extension: string): Disposable[] {
  return [
    commands.registerCommand("customerio.showEvents", () => commands.executeCommand("customerio.outline.focus")),
    commands.registerCommand("customerio.openWalkthrough", () =>
      commands.executeCommand("workbench.action.openWalkthrough", `${extension}#customerio.start`, false),
    ),
    commands.registerCommand("customerio.openExample", async () => {
      await window.showTextDocument(await workspace.openTextDocument({ content: EXAMPLE, language: "typescript" }));
    }),
    commands.registerCommand("customerio.turnOnFixOnSave", turnOnFixOnSave),
  ];
}

/** Adds the safe fixes to what is done on save; what else is done stays. */
async function turnOnFixOnSave(): Promise<void> {
  const settings = workspace.getConfiguration("editor");
  const isWorkspace = workspace.workspaceFolders !== undefined;
  const { workspaceValue, globalValue } = settings.inspect<unknown>("codeActionsOnSave") ?? {};
  const now = isWorkspace ? workspaceValue : globalValue;
  // An older form of the setting is a list.
  const others = Array.isArray(now) ? Object.fromEntries(now.map((kind: string) => [kind, "explicit"])) : (now as object | undefined);
  const target = isWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await settings.update("codeActionsOnSave", { ...others, [FIX_ALL]: "explicit" }, target);
  const where = isWorkspace ? "this workspace" : "all workspaces";
  const openSettings = "Open Settings";
  const choice = await window.showInformationMessage(`Customer.io: safe fixes are now applied on save in ${where}.`, openSettings);
  if (choice === openSettings) {
    await commands.executeCommand(isWorkspace ? "workbench.action.openWorkspaceSettings" : "workbench.action.openSettings", "editor.codeActionsOnSave");
  }
}
