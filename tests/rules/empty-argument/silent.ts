//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

// Takes an empty id since 3.3.
export const a = () => cio.trackAnonymous("", { name: "invited" });
export const b = (id: string) => cio.identify(id, { plan: "" });
export const c = () => cio.identify(0, { plan: "pro" });
// What the code looks at.
const fallback = "";
export const d = () => (fallback ? cio.destroy(fallback) : undefined);
async function remove(id: string) {
  if (!id) return;
  await cio.destroy(id);
}
export const e = () => remove("");
export async function f(user: { id?: string }) {
  if (!user.id) return;
  const send = async () => cio.identify(user.id ?? "", { plan: "pro" });
  await send();
}
export async function g(user: { id?: string }) {
  const id = user.id ?? "";
  if (id) await cio.identify(id, { plan: "pro" });
}
export async function h(id?: string) {
  if (id === undefined) throw new Error("no id");
  await cio.identify(id ?? "", { plan: "pro" });
}
let late = "";
export const set = (id: string) => (late = id);
export const i = () => cio.destroy(late);
function checked(id: string) {
  assertPresent(id);
  return cio.destroy(id);
}
export const j = () => checked("");
declare function assertPresent(id: string): void;
//- /src/old.test.ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient("a", "b");
export const k = () => expect(() => cio.identify("", {})).toThrow();
