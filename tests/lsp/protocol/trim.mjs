// Cuts the protocol's meta model down to what a test of this server needs, as `meta-model.json` beside this file:
//
//   node tests/lsp/protocol/trim.mjs metaModel.json >tests/lsp/protocol/meta-model.json
//
// The whole model is `protocol/metaModel.json` of https://github.com/microsoft/vscode-languageserver-node.
// What stays: all methods with their directions; the results of the requests that the server answers, the parameters of
// what it may send, the options of what it may register; and the types that these are made of, without their
// documentation.
import { readFileSync } from "node:fs";

const answered = [
  "callHierarchy/incomingCalls",
  "callHierarchy/outgoingCalls",
  "codeAction/resolve",
  "codeLens/resolve",
  "completionItem/resolve",
  "initialize",
  "shutdown",
  "textDocument/codeAction",
  "textDocument/codeLens",
  "textDocument/completion",
  "textDocument/definition",
  "textDocument/diagnostic",
  "textDocument/documentHighlight",
  "textDocument/documentLink",
  "textDocument/documentSymbol",
  "textDocument/hover",
  "textDocument/inlayHint",
  "textDocument/prepareCallHierarchy",
  "textDocument/prepareRename",
  "textDocument/references",
  "textDocument/rename",
  "workspace/diagnostic",
  "workspace/executeCommand",
  "workspace/symbol",
];
const registered = ["workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles"];
// Behind values that may be anything in the model.
const more = ["WorkDoneProgressBegin", "WorkDoneProgressReport", "WorkDoneProgressEnd", "InitializeError"];

const model = JSON.parse(readFileSync(process.argv[2], "utf8"));

const bare = (value) => {
  if (Array.isArray(value)) return value.map(bare);
  if (value === null || typeof value !== "object") return value;
  const beside = ["documentation", "since", "sinceTags", "proposed", "deprecated", "typeName"];
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => !beside.includes(key)).map(([key, inner]) => [key, bare(inner)]),
  );
};

const method = ({ method, messageDirection, params, result, partialResult, errorData, registrationOptions }) => {
  const kept = { method, messageDirection };
  if (messageDirection !== "clientToServer") Object.assign(kept, { params });
  if (answered.includes(method)) Object.assign(kept, { result, partialResult, errorData });
  if (registered.includes(method)) Object.assign(kept, { registrationOptions });
  return bare(kept);
};

const requests = model.requests.map(method);
const notifications = model.notifications.map(method);

const kinds = ["structures", "enumerations", "typeAliases"];
const wanted = new Set();
const names = (value) => {
  if (value === null || typeof value !== "object") return [];
  const own = value.kind === "reference" ? [value.name] : [];
  return own.concat(...Object.values(value).map(names));
};
const open = [...more, ...names(requests), ...names(notifications)];
while (open.length) {
  const name = open.pop();
  if (wanted.has(name)) continue;
  wanted.add(name);
  for (const kind of kinds) {
    open.push(...names(model[kind].filter((type) => type.name === name)));
  }
}
// One line each, for the sake of who reads a change of it.
const lines = (list) => `[\n${list.map((item) => `    ${JSON.stringify(item)}`).join(",\n")}\n  ]`;
const parts = [
  `"license": "From https://github.com/microsoft/vscode-languageserver-node, Copyright (c) Microsoft Corporation, MIT License; see the file LICENSE beside this one"`,
  `"version": ${JSON.stringify(model.metaData.version)}`,
  `"requests": ${lines(requests)}`,
  `"notifications": ${lines(notifications)}`,
  ...kinds.map((kind) => `"${kind}": ${lines(bare(model[kind].filter((type) => wanted.has(type.name))))}`),
];
console.log(`{\n  ${parts.join(",\n  ")}\n}`);
