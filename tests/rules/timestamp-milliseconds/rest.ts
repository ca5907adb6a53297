//@ sdk = 5.2.0
// What a pattern leaves is judged where it is written.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
type Person = { id: string; [key: string]: unknown };

async function identifyUser({ id, ...attributes }: Person) {
  await cio.identify(id, attributes);
}
const seen = async ({ id, at, ...rest }: Person) => {
  const { plan, ...attributes } = rest;
  await cio.identify(id, { ...attributes, plan });
};
async function mended({ id, ...attributes }: Person) {
  attributes.created_at = Math.floor(Number(attributes.created_at) / 1000);
  await cio.identify(id, attributes);
}
async function all(id: string, ...attributes: object[]) {
  for (const each of attributes) await cio.identify(id, each);
}

export async function people(key: string) {
  await identifyUser({ id: "1", created_at: Date.now() });
//                                          ^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
  await seen({ id: "1", at: Date.now(), plan: "pro" });
  await mended({ id: "1", created_at: Date.now() });
  await all("1", { plan: "pro" });
  const { id, created_at, ...others } = { id: "1", created_at: Date.now(), plan: "pro" };
  await cio.identify(id, others);
  const { plan, ...times } = { plan: "pro", created_at: Date.now() };
  await cio.identify("2", times);
//                        ^^^^^ warning[timestamp-milliseconds]: `created_at` is in milliseconds
  const { name, ...later } = { name: "Ada", created_at: Date.now() };
  later.created_at = Math.floor(later.created_at / 1000);
  await cio.identify("3", later);
  const { [key]: dropped, ...unknown } = { created_at: Date.now(), [key]: plan };
  await cio.identify("4", unknown);
}
