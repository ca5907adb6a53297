// Clients that come out of collections and promises which say nothing of their type.
import { APIClient, TrackClient } from "customerio-node";

const make = (key) => new TrackClient("site", key);

const cached = new Map();
export function ofKey(key) {
  if (!cached.has(key)) cached.set(key, make(key));
  return cached.get(key);
}
export function byMap(key) {
  ofKey(key).track("1", { name: "signed_up" });
//^^^^^^^^^^^^^^^^ warning[floating-promise]
}

const byKey = {};
export function byObject(key) {
  byKey[key] ??= make(key);
  byKey[key].track("1", { name: "signed_up" });
//^^^^^^^^^^^^^^^^ warning[floating-promise]
}

const listed = [];
listed.push(make("a"), make("b"));
export function byList() {
  listed[0].track("1", { name: "signed_up" });
//^^^^^^^^^^^^^^^ warning[floating-promise]
  listed.at(-1).track("1", { name: "signed_up" });
//^^^^^^^^^^^^^^^^^^^ warning[floating-promise]
}

const given = new Map([["a", make("a")]]);
export function byPairs(key) {
  given.get(key).track("1", { name: "signed_up" });
//^^^^^^^^^^^^^^^^^^^^ warning[floating-promise]
  for (const [, client] of given) {
    client.track("1", { name: "signed_up" });
//  ^^^^^^^^^^^^ warning[floating-promise]
  }
}

const mapped = new Map(["a", "b"].map((key) => [key, make(key)]));
export function byMapped(key) {
  mapped.get(key)?.track("1", { name: "signed_up" });
//^^^^^^^^^^^^^^^^^^^^^^ warning[floating-promise]
}

export function byClass(clients) {
  for (const client of clients.filter((it) => it instanceof TrackClient)) {
    client.track("1", { name: "signed_up" });
//  ^^^^^^^^^^^^ warning[floating-promise]
  }
}

const later = Promise.resolve(make("a")).catch(() => null);
export async function byPromise() {
  (await later)?.track("1", { name: "signed_up" });
//^^^^^^^^^^^^^^^^^^^^ warning[floating-promise]
  const [client, api] = await Promise.all([later, Promise.resolve(new APIClient("key"))]);
  client.track("1", { name: "signed_up" });
//^^^^^^^^^^^^ warning[floating-promise]
  return api;
}

let loading;
export const load = () =>
  (loading ??= import("customerio-node").then(({ RegionEU, TrackClient: Client }) => {
    return new Client("site", "key", { region: RegionEU });
  }));
export async function byLoading() {
  (await load()).track("1", { name: "signed_up" });
//^^^^^^^^^^^^^^^^^^^^ warning[floating-promise]
}

// Something else is among them, or it is not known what.
const mixed = new Map();
mixed.set("a", make("a"));
mixed.set("b", { track() {} });
export const silentMap = (key) => {
  mixed.get(key).track("1", { name: "signed_up" });
};
const others = [];
export const add = (client) => others.push(make("a"), client);
export const silentList = () => {
  others[0].track("1", { name: "signed_up" });
};
export const silentFilter = (clients) => {
  clients.filter((it) => !(it instanceof TrackClient)).forEach((it) => it.track("1", { name: "signed_up" }));
};
export const silentThen = () => {
  make("a")
    .track("1", { name: "signed_up" })
    .then((answer) => answer.track("1"), console.error);
};
