// The view "Customer.io": the tree that an answer of the server becomes, and when the server is asked.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import type { LanguageClient } from "vscode-languageclient/node";
import { tree, type Entry, type Outline } from "../../src/outline.ts";
import { OutlineView } from "../../src/view.ts";
import { showView, state } from "./fake/vscode.ts";

const place = (file: string, line: number) => ({
  uri: `file:///shop/${file}`,
  range: { start: { line, character: 2 }, end: { line, character: 5 } },
});
const empty: Outline = {
  isComplete: true,
  events: [],
  attributes: [],
  messages: [],
  broadcasts: [],
  campaigns: [],
  newsletters: [],
  segments: [],
  topics: [],
  unsent: [],
  clients: [],
};
const sent = { method: "track" };
const outline: Outline = {
  ...empty,
  events: [
    {
      name: "signed_up",
      count: 2,
      inAccount: true,
      waitedForBy: ['campaign "Welcome" (running)'],
      data: [{ key: "plan", types: ["string", "null"], optional: true }],
      open: true,
      spellings: ["SignedUp"],
      places: [
        { ...place("a%20b.ts", 4), ...sent },
        { ...place("c.ts", 0), ...sent, through: "send" },
      ],
    },
    { name: "churned", count: 1, inAccount: false, places: [{ ...place("c.ts", 9), ...sent }] },
    { composed: "`order_${kind}`", count: 1, data: [], open: true, places: [{ ...place("c.ts", 11), ...sent }] },
  ],
  attributes: [{ name: "plan", count: 1, data: [{ key: "plan", types: ["string"] }], places: [{ ...place("c.ts", 3), method: "identify" }] }],
  messages: [{ id: 3, title: '"Receipt"', inAccount: true, count: 1, places: [{ ...place("c.ts", 5), method: "SendEmailRequest" }] }],
  clients: [{ ...place("cio.ts", 1), class: "TrackClient", region: "EU" }, { ...place("cio.ts", 2), class: "APIClient" }],
  unsent: [
    { kind: "event", name: "paused", waitedForBy: ['segment "Paused"'], ...place("customerio.account.json", 7) },
    { kind: "message", name: "receipt" },
  ],
};

/** The tree as lines. */
const lines = (entries: Entry[], before = ""): string[] =>
  entries.flatMap(({ label, description, children }) => [`${before}${label} | ${description}`, ...lines(children, `${before}  `)]);

test("names have their state in the account, their data and their places", () => {
  const entries = tree(outline);
  assert.deepEqual(lines(entries), [
    "Events | 3",
    "  signed_up | 2 · waited for by Welcome (running)",
    "    plan? | string | null",
    "    a b.ts:5 | track",
    "    c.ts:1 | send → track",
    "  churned | 1 · not in the account",
    "  `order_${kind}` | 1 · composed at run time",
    "Attributes | 1",
    "  plan | string · 1",
    "Transactional messages | 1",
    "  3 | Receipt · 1",
    "Clients | 2",
    "  TrackClient | EU · cio.ts:2",
    "  APIClient | region unknown · cio.ts:3",
    "In the account, not in the code | 2",
    "  paused | event · waited for by Paused",
    "  receipt | message",
  ]);
  const [signedUp, churned] = entries[0]!.children;
  assert.deepEqual([signedUp?.place?.uri, churned?.isWarning], ["file:///shop/a%20b.ts", true]);
  assert.equal(
    signedUp!.tooltip,
    'signed_up\n2 places\nwaited for by campaign "Welcome" (running)\nAlso spelled SignedUp\nIts data has more keys than are seen here',
  );
  const all = (entries: Entry[]): string[] => entries.flatMap(({ id, children }) => [id, ...all(children)]);
  assert.equal(new Set(all(entries)).size, all(entries).length, "ids are unique");
});

test("places that are not listed are counted", () => {
  const [event] = outline.events;
  const entries = tree({ ...empty, events: [{ ...event!, data: [], count: 120 }] });
  assert.deepEqual(lines(entries).at(-1), "    and 118 more | ");
});

test("nothing to show is an empty tree", () => {
  assert.deepEqual(tree(empty), []);
});

/** A server that answers what it is told to. */
function fake(answer: Outline, offers = true) {
  const asked: string[] = [];
  let refresh = () => {};
  const client = {
    answer,
    initializeResult: { capabilities: { experimental: offers ? { customerioOutline: true } : undefined } },
    registerFeature() {},
    onRequest: (_: string, handler: () => void) => void (refresh = handler),
    sendRequest: async (method: string) => {
      asked.push(method);
      return client.answer;
    },
  };
  return { client, asked, refresh: () => refresh() };
}

const as = (client: unknown) => client as LanguageClient;
const context = () => state.executed.filter(([, key]) => key === "customerio.outline").at(-1)?.[2];

/** Lets the pause after an edit pass, and all that is under way end. */
async function settled(): Promise<void> {
  mock.timers.tick(1_000);
  for (let step = 0; step < 20; step += 1) await Promise.resolve();
}

mock.timers.enable({ apis: ["setTimeout"] });

test("the server is asked while the view is visible, once for edits in a row", async () => {
  showView(false);
  const view = new OutlineView();
  let changes = 0;
  view.onDidChangeTreeData(() => (changes += 1));
  const server = fake(outline);
  view.prepare(as(server.client));
  view.attach(as(server.client));
  await settled();
  assert.deepEqual(server.asked, [], "no one looks at it");
  showView(true);
  await settled();
  assert.deepEqual([server.asked.length, changes, context()], [1, 1, "filled"]);
  for (let edit = 0; edit < 20; edit += 1) server.refresh();
  await settled();
  assert.deepEqual([server.asked.length, changes], [2, 1], "what did not change is not drawn again");
  server.client.answer = empty;
  server.refresh();
  await settled();
  assert.deepEqual([view.getChildren(), changes, context()], [[], 2, "empty"]);
  server.client.answer = { ...empty, isComplete: false };
  server.refresh();
  await settled();
  assert.equal(context(), "indexing");
  view.detach();
  assert.equal(context(), "stopped");
  view.dispose();
});

test("a server without an outline is not asked", async () => {
  showView(true);
  const view = new OutlineView();
  const server = fake(outline, false);
  view.prepare(as(server.client));
  view.attach(as(server.client));
  await settled();
  assert.deepEqual([server.asked, context()], [[], "outdated"]);
  view.dispose();
});

test("a click leads to the place", () => {
  const view = new OutlineView();
  const [entry] = tree(outline)[0]!.children;
  const { command, collapsibleState } = view.getTreeItem(entry!);
  assert.equal(collapsibleState, 1);
  assert.deepEqual(JSON.parse(JSON.stringify(command?.arguments)), ["parsed:file:///shop/a%20b.ts", { selection: place("", 4).range }]);
});
