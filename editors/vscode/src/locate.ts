// Which server to start. Knows nothing of VS Code, so that it can be tested alone.
import { delimiter, isAbsolute, join } from "node:path";

/** Where a server may be. */
export interface Places {
  /** The setting `customerio.server.path`; empty when nobody has set it. */
  setting: string;
  /** The server that came with the extension, whether it is there or not. */
  bundled: string;
  /** The environment variable PATH. */
  path: string;
  /** The user's home folder, for a leading `~`. */
  home: string;
  /** The first workspace folder, for `${workspaceFolder}`. */
  workspaceFolder: string | undefined;
  /** The name of the executable on this platform. */
  executable: string;
}

/** What came of the search. */
export type Located = { file: string } | { problem: string };

/**
 * Finds the server: the setting, then the bundled one, then PATH. A setting that leads nowhere is a problem and not
 * passed over: whoever wrote it means that server and no other.
 *
 * @param canRun whether a file is there and may be executed
 * @param log told of each step
 */
export function locate(places: Places, canRun: (file: string) => boolean, log: (line: string) => void): Located {
  if (places.setting !== "") {
    const file = expand(places.setting, places);
    if (!isAbsolute(file)) {
      log(`customerio.server.path is "${places.setting}": not an absolute path`);
      return { problem: `The setting customerio.server.path is "${places.setting}"; it must be an absolute path.` };
    }
    if (!canRun(file)) {
      log(`customerio.server.path is "${places.setting}": no executable file at ${file}`);
      return { problem: `The setting customerio.server.path leads to ${file}, where no executable file is.` };
    }
    log(`customerio.server.path is "${places.setting}": using it`);
    return { file };
  }
  log("customerio.server.path is not set");

  if (canRun(places.bundled)) {
    log(`bundled server at ${places.bundled}: using it`);
    return { file: places.bundled };
  }
  log(`bundled server at ${places.bundled}: not there`);

  for (const folder of places.path.split(delimiter)) {
    // A relative folder on PATH would be looked up from wherever the editor was started.
    if (!isAbsolute(folder)) continue;
    const file = join(folder, places.executable);
    if (canRun(file)) {
      log(`PATH has ${file}: using it`);
      return { file };
    }
  }
  log(`PATH has no ${places.executable}`);
  return {
    problem:
      "customerio-ls was found neither in the extension nor on PATH. Install it, or set customerio.server.path to it.",
  };
}

function expand(setting: string, { home, workspaceFolder }: Places): string {
  const atHome = setting === "~" || /^~[/\\]/.test(setting) ? home + setting.slice(1) : setting;
  return workspaceFolder === undefined ? atHome : atHome.replaceAll("${workspaceFolder}", workspaceFolder);
}
