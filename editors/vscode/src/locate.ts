// Which server to start. Knows nothing of VS Code, so that it can be tested alone.
import { delimiter, dirname, isAbsolute, join, relative, sep } from "node:path";

/** Where a server may be. */
export interface Places {
  /** The setting `customerio.server.path`; empty when nobody has set it. */
  setting: string;
  /** The servers that the workspace folders have installed, the first folder's first. */
  projects: readonly string[];
  /** The server that came with the extension, whether it is there or not. */
  bundled: string;
  /** The environment variable PATH. */
  path: string;
  /** The user's home folder, for a leading `~`. */
  home: string;
  /** The workspace folders; the first one is `${workspaceFolder}`. */
  workspaceFolders: readonly string[];
  /** Whether the user trusts the workspace. Without that, nothing in its folders is started, whoever names it. */
  trusted: boolean;
  /** The name of the executable on this platform. */
  executable: string;
  /** The name of the script that npm puts onto PATH in its place, on Windows; no script can be started as a server. */
  script?: string;
}

/** What is asked of the file system. */
export interface Files {
  /** Whether a file is there and may be executed. */
  canRun(file: string): boolean;
  /** The path without links in it, or as it is where nothing is there. */
  realPath(path: string): string;
  /** The server that npm has installed in the `node_modules` around a folder. */
  installedIn?(folder: string): string | undefined;
}

/** What came of the search. */
export type Located = { file: string } | { problem: string };

/**
 * Finds the server: the setting, then the one that the project has installed, so that the editor and CI agree, then the
 * bundled one, then PATH. A setting that leads nowhere is a problem and not
 * passed over: whoever wrote it means that server and no other. One that leads into a workspace that is not trusted is
 * passed over until it is.
 *
 * @param log told of each step
 */
export function locate(places: Places, files: Files, log: (line: string) => void): Located {
  const { canRun } = files;
  const mayStart = (file: string) => places.trusted || !isOfWorkspace(file, places.workspaceFolders, files.realPath);
  const file = places.setting === "" ? undefined : expand(places.setting, places);
  if (file === undefined) {
    log("customerio.server.path is not set");
  } else if (!mayStart(file)) {
    log(`customerio.server.path is "${places.setting}": in a workspace that is not trusted, not used`);
  } else {
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

  for (const project of places.projects) {
    if (!places.trusted) {
      log(`the project has ${project}: the workspace is not trusted, not used`);
    } else if (canRun(project)) {
      log(`the project has ${project}: using it`);
      return { file: project };
    } else {
      log(`the project has ${project}: not executable`);
    }
  }

  if (canRun(places.bundled)) {
    log(`bundled server at ${places.bundled}: using it`);
    return { file: places.bundled };
  }
  log(`bundled server at ${places.bundled}: not there`);

  for (const folder of places.path.split(delimiter)) {
    // A relative folder on PATH would be looked up from wherever the editor was started.
    if (!isAbsolute(folder)) continue;
    const file = programIn(folder, places, files);
    if (file === undefined) continue;
    if (!mayStart(file) || !mayStart(folder)) {
      log(`PATH has ${file}: in a workspace that is not trusted, not used`);
      continue;
    }
    log(`PATH has ${file}: using it`);
    return { file };
  }
  log(`PATH has no ${places.executable}`);
  return {
    problem:
      "customerio-ls was found neither in the extension nor on PATH. Install it, or set customerio.server.path to it.",
  };
}

/** The server in a folder of PATH: the program itself, or the one that the script there would start. */
function programIn(folder: string, { executable, script }: Places, files: Files): string | undefined {
  const own = join(folder, executable);
  if (files.canRun(own)) return own;
  if (script === undefined || !files.canRun(join(folder, script))) return undefined;
  const installed = files.installedIn?.(folder);
  return installed !== undefined && files.canRun(installed) ? installed : undefined;
}

function expand(setting: string, { home, workspaceFolders: [first] }: Places): string {
  const atHome = setting === "~" || /^~[/\\]/.test(setting) ? home + setting.slice(1) : setting;
  return first === undefined ? atHome : atHome.replaceAll("${workspaceFolder}", () => first);
}

/** Whether a file lies in one of the folders, by its name, by the folder that it is in, or by what it links to. */
function isOfWorkspace(file: string, folders: readonly string[], realPath: (path: string) => string): boolean {
  const names = [file, realPath(file), realPath(dirname(file))];
  return folders.some((folder) => names.some((name) => isWithin(name, folder) || isWithin(name, realPath(folder))));
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
