import { TrackClient, APIClient, SendEmailRequest } from "customerio-node";
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
declare const ids: string[];
class A {
  static { cio.identify("1", {}); }
  static x = cio.identify("1", {});
  y = cio.track("1", { name: "Made Up" });
  constructor(private id: string) { cio.identify(id, {}); }
  get g() { cio.identify(this.id, {}); return 1; }
  set s(v: string) { cio.identify(v, {}); }
  *gen() { yield cio.identify("1", {}); cio.identify("2", {}); yield 1; }
  async *agen() { cio.identify("2", {}); yield 1; }
  m(x = cio.identify("1", {})) { return 1; }
  arrow = () => { cio.identify(this.id, {}); };
  async am() { cio.identify(this.id, {}); return; }
  async am2() { return cio.identify(this.id, {}), 1; }
  async am3() { ids.forEach(async (i) => { await cio.identify(i, { me: this.id }); }); }
  async am4() { ids.forEach(async function (i) { await cio.identify(i, {}); }); }
  [Symbol.dispose]() { cio.identify("1", {}); }
}
export const t1 = (id: string) => { cio.identify(id, {}), cio.track(id, { name: "a b" }); };
export const t2 = (id: string) => ({ p: cio.identify(id, {}) });
export const t3 = (id: string) => (cio.identify(id, {}), 5);
export const t4 = (id: string, ok: boolean) => { ok && cio.identify(id, {}); ok || cio.identify(id, {}); ok ? cio.identify(id, {}) : null; };
export const t5 = (id: string) => { void cio.identify(id, {}); };
export const t6 = (id: string) => { !cio.identify(id, {}); };
export const t7 = async (id: string) => { const x = `${cio.identify(id, {})}`; return x; };
export const t8 = async (id: string) => { if (cio.identify(id, {})) return 1; return 2; };
export const t9 = async (id: string) => { try { return cio.identify(id, {}); } catch (e) { console.error(e); } };
export const t10 = (id: string) => { try { cio.identify(id, {}); } catch (e) { console.error(e); } };
export const t11 = (id: string) => { setTimeout(() => cio.identify(id, {}), 1); setImmediate(() => { cio.identify(id, {}); }); process.nextTick(() => cio.identify(id, {})); };
export const t12 = async () => { await ids.map((i) => cio.identify(i, {})); };
export const t13 = async () => { await Promise.all([ids.map((i) => cio.identify(i, {}))]); };
export const t14 = async () => { for (const i of ids) { await api.sendEmail(new SendEmailRequest({ to: i, transactional_message_id: 1, identifiers: { id: i } })); } };
export const t15 = async () => { await Promise.all(ids.map((i) => api.sendEmail(new SendEmailRequest({ to: i, transactional_message_id: 1, identifiers: { id: i } })))); };
export const t16 = (id: string) => cio.identify(id, {}).finally(() => {});
export const t17 = (id: string) => { cio.identify(id, {}).finally(() => {}); };
export const t18 = (id: string) => { cio.identify(id, {}).then(() => 1); };
export const t19 = (id: string) => { cio.identify(id, {})["then"](() => 1); };
export const t20 = (c?: TrackClient) => { c?.identify("1", {}); };
export const t21 = (c: TrackClient | null) => { c!.identify("1", {}); (c as TrackClient).identify("1", {}); };
export const t22 = async (c?: TrackClient) => { ids.forEach((i) => c?.identify(i, {})); (ids as string[] | undefined)?.forEach((i) => cio.identify(i, {})); };
export default (id: string) => { cio.identify(id, {}); };
export function over(id: string): void;
export function over(id: number): void;
export function over(id: any) { cio.identify(id, {}); }
enum E { A = "Signed Up", B = "signed-up" }
export const t23 = (id: string) => cio.track(id, { name: E.A });
export const t24 = (id: string) => cio.track(id, { name: E["B"] });
const NAMES = { a: "Some Event", b: "other-event" } as const;
export const t25 = (id: string) => cio.track(id, { name: NAMES.a });
export const t26 = (id: string, k: keyof typeof NAMES) => cio.track(id, { name: NAMES[k] });
export const t27 = async (id: string) => { const { identify } = cio; await identify(id, {}); };
export const t28 = () => ids.map(cio.destroy);
export const t29 = () => { ids.map(cio.destroy, cio); };
export const t30 = async (id: string) => { const f = cio.track; await f(id, { name: "x" }); };
if (ids.length) cio.identify("1", {});
cio.identify("2", {});
for (const i of ids) cio.identify(i, {});
{ cio.identify("3", {}); }
