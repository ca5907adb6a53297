// How the server is found.
import assert from "node:assert/strict";
import { test } from "node:test";
import { locate, type Places } from "../../src/locate.ts";

const places: Places = {
  setting: "",
  bundled: "/ext/bin/customerio-ls",
  path: "relative:/usr/local/bin:/usr/bin",
  home: "/home/dev",
  workspaceFolder: "/shop",
  executable: "customerio-ls",
};

/** Locates among the given files; gives the result and the number of steps logged. */
function search(files: string[], setting = "") {
  const steps: string[] = [];
  const located = locate({ ...places, setting }, (file) => files.includes(file), (line) => steps.push(line));
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

test("each step is logged", () => {
  const { located, steps } = search([]);
  assert.ok("problem" in located);
  assert.deepEqual(steps, [
    "customerio.server.path is not set",
    "bundled server at /ext/bin/customerio-ls: not there",
    "PATH has no customerio-ls",
  ]);
});
