// How the server is found.
import assert from "node:assert/strict";
import { test } from "node:test";
import { locate, type Places } from "../../src/locate.ts";

const places: Places = {
  setting: "",
  projects: [],
  bundled: "/ext/bin/customerio-ls",
  path: "relative:/usr/local/bin:/usr/bin",
  home: "/home/dev",
  workspaceFolders: ["/shop", "/tools"],
  trusted: true,
  executable: "customerio-ls",
};

/** Locates among the given files; gives the result and the steps logged. */
function search(files: string[], setting = "", more: Partial<Places> = {}, links: Record<string, string> = {}) {
  const steps: string[] = [];
  const located = locate(
    { ...places, setting, ...more },
    { canRun: (file) => files.includes(file), realPath: (path) => links[path] ?? path },
    (line) => steps.push(line),
  );
  return { located, steps };
}

const bundled = places.bundled;
const onPath = "/usr/bin/customerio-ls";

test("the setting beats the bundled server, which beats PATH", () => {
  const own = "/opt/customerio-ls";
  assert.deepEqual(search([own, bundled, onPath], own).located, { file: own });
  assert.deepEqual(search([own, bundled, onPath]).located, { file: bundled });
  assert.deepEqual(search([own, onPath]).located, { file: onPath });
});

test("the project's own server beats the bundled one where the workspace is trusted", () => {
  const project = "/shop/node_modules/@customerio-ls/cli-linux-x64/bin/customerio-ls";
  const own = "/opt/customerio-ls";
  const projects = [project];
  assert.deepEqual(search([project, bundled], "", { projects }).located, { file: project });
  assert.deepEqual(search([project, bundled, own], own, { projects }).located, { file: own });
  assert.deepEqual(search([bundled], "", { projects }).located, { file: bundled }, "it lost its permission to run");
  const { located, steps } = search([project, bundled], "", { projects, trusted: false });
  assert.deepEqual(located, { file: bundled });
  assert.match(steps[1]!, /not trusted/);
  // A store of packages outside of the workspace is no way around that.
  const store = "/home/dev/.store/customerio-ls";
  assert.deepEqual(search([store, bundled], "", { projects: [store], trusted: false }).located, { file: bundled });
});

test("a leading ~ and ${workspaceFolder} are understood in the setting", () => {
  assert.deepEqual(search(["/home/dev/bin/x"], "~/bin/x").located, { file: "/home/dev/bin/x" });
  assert.deepEqual(search(["/shop/bin/x"], "${workspaceFolder}/bin/x").located, { file: "/shop/bin/x" });
});

test("a setting that leads nowhere is a problem, whatever else is there", () => {
  for (const setting of ["/gone", "relative/customerio-ls"]) {
    const { located } = search([bundled, onPath], setting);
    assert.ok("problem" in located && located.problem.includes("customerio.server.path"));
  }
});

test("relative folders on PATH are passed over", () => {
  assert.ok("problem" in search(["relative/customerio-ls"]).located);
});

test("a script of npm on PATH leads to the program that it starts", () => {
  const program = "/npm/node_modules/@customerio-ls/cli-win32-x64/bin/customerio-ls.exe";
  const script = "customerio-ls.cmd";
  const find = (files: string[], more: Partial<Places> = {}) =>
    locate(
      { ...places, path: "/none:/npm", executable: "customerio-ls.exe", script, ...more },
      {
        canRun: (file) => files.includes(file),
        realPath: (path) => path,
        installedIn: (folder) => (folder === "/npm" ? program : undefined),
      },
      () => {},
    );
  assert.deepEqual(find([`/npm/${script}`, program]), { file: program });
  assert.ok("problem" in find([program]), "without the script it is not on PATH");
  assert.ok("problem" in find([`/npm/${script}`]));
  assert.ok("problem" in find([`/npm/${script}`, program], { trusted: false, workspaceFolders: ["/npm"] }));
});

test("each step is logged", () => {
  const { located, steps } = search([]);
  assert.ok("problem" in located);
  assert.deepEqual(steps, [
    "customerio.server.path is not set",
    "bundled server at /ext/bin/customerio-ls: not there",
    "PATH has no customerio-ls",
  ]);
});

test("what lies in a workspace that is not trusted is passed over", () => {
  const untrusted = { trusted: false };
  for (const setting of ["${workspaceFolder}/bin/x", "/shop/bin/x", "/tools/x", "/shop/../shop/bin/x", "bin/x"]) {
    const { located, steps } = search(["/shop/bin/x", "/tools/x", "/shop/../shop/bin/x", bundled], setting, untrusted);
    if (setting === "bin/x") {
      assert.ok("problem" in located);
      continue;
    }
    assert.deepEqual(located, { file: bundled }, setting);
    assert.match(steps[0]!, /not trusted/);
  }
  // What the name begins with is no folder.
  assert.deepEqual(search(["/shopping/x", "/shop..x"], "/shopping/x", untrusted).located, { file: "/shopping/x" });
});

test("PATH does not lead into a workspace that is not trusted", () => {
  const path = "/shop/node_modules/.bin:/linked:/links:/usr/bin";
  const files = [
    "/shop/node_modules/.bin/customerio-ls",
    "/linked/customerio-ls",
    "/links/customerio-ls",
    onPath,
  ];
  const links = { "/linked": "/shop/bin", "/links/customerio-ls": "/shop/bin/customerio-ls" };
  assert.deepEqual(search(files, "", { path, trusted: false }, links).located, { file: onPath });
  assert.deepEqual(search(files, "", { path, trusted: true }, links).located, { file: files[0] });
  assert.ok("problem" in search(files.slice(0, 3), "", { path, trusted: false }, links).located);
});

test("a workspace behind a link is the same workspace", () => {
  const links = { "/home/dev/shop": "/shop" };
  const more = { trusted: false, workspaceFolders: ["/home/dev/shop"] };
  assert.deepEqual(search(["/shop/x", bundled], "/shop/x", more, links).located, { file: bundled });
});

test("what stands in a folder's name is not a pattern", () => {
  const more = { workspaceFolders: ["/a$&b"] };
  assert.deepEqual(search(["/a$&b/x"], "${workspaceFolder}/x", more).located, { file: "/a$&b/x" });
});
