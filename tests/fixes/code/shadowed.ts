import { TrackClient } from "customerio-node";
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function a(id: string, Math: { floor(x: number): string }) {
  await cio.identify(id, { created_at: globalThis.Date.now() });
}
export async function b(id: string, d: globalThis.Date) {
  class Date {}
  await cio.identify(id, { created_at: d, x: new Date() as any });
}
export async function c(id: string, Number: any, d: Date) {
  await cio.identify(id, { created_at: d.toISOString() });
}
export async function e(ids: string[], Promise: any) {
  ids.forEach((i) => cio.identify(i, {}));
  ids.map((i) => cio.identify(i, {}));
}
export async function f(id: string, undefined: any, d?: Date) {
  await cio.identify(id, { created_at: d?.getTime() });
}
export function g(id: string, console: any) {
  cio.identify(id, {});
  try { cio.identify(id, {}); } catch (e) { console.x(e); }
}
export function h(error: string, err: string, e: string) {
  cio.identify(error, {});
  return [err, e];
}
export async function i(ids: Set<string>, Array: any) {
  ids.forEach((i) => cio.identify(i, {}));
}
export async function j(m: Map<string, string>) {
  m.forEach((v, k) => cio.identify(k, { v }));
  for (const [k] of m) cio.identify(k, {});
}
namespace Inner {
  const setTimeout = 1;
  export const x = (id: string) => { cio.identify(id, {}); return setTimeout; };
}
export { Inner };
export const k = (id: string) => void cio.identify(id, {}).then((fetch) => fetch);
function String(x: any) { return x; }
export const l = async (id: number) => cio.identify(id, { last: Date.now() });
export const m = async (o: { id: number }) => cio.track({} as any, { name: String(1) });
