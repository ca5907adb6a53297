// Clients that come out of collections and promises which say nothing of their type.
import { APIClient, TrackClient } from "customerio-node";

const make = (key) => new TrackClient("site", key);

const cached = new Map();
export function ofKey(key) {
  if (!cached.has(key)) cached.set(key, make(key));
  return cached.get(key);
}
export function byMap(key) {
  return ofKey(key).track("1", { name: "signed_up" });
}

const byKey = {};
export function byObject(key) {
  byKey[key] ??= make(key);
  return byKey[key].track("1", { name: "signed_up" });
}

const listed = [];
listed.push(make("a"), make("b"));
export async function byList() {
  await listed[0].track("1", { name: "signed_up" });
  return listed.at(-1).track("1", { name: "signed_up" });
}

const given = new Map([["a", make("a")]]);
export async function byPairs(key) {
  await given.get(key).track("1", { name: "signed_up" });
  for (const [, client] of given) {
    await client.track("1", { name: "signed_up" });
  }
}

const mapped = new Map(["a", "b"].map((key) => [key, make(key)]));
export function byMapped(key) {
  return mapped.get(key)?.track("1", { name: "signed_up" });
}

export async function byClass(clients) {
  for (const client of clients.filter((it) => it instanceof TrackClient)) {
    await client.track("1", { name: "signed_up" });
  }
}

const later = Promise.resolve(make("a")).catch(() => null);
export async function byPromise() {
  await (await later)?.track("1", { name: "signed_up" });
  const [client, api] = await Promise.all([later, Promise.resolve(new APIClient("key"))]);
  await client.track("1", { name: "signed_up" });
  return api;
}

let loading;
export const load = () =>
  (loading ??= import("customerio-node").then(({ RegionEU, TrackClient: Client }) => {
    return new Client("site", "key", { region: RegionEU });
  }));
export async function byLoading() {
  await (await load()).track("1", { name: "signed_up" });
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
