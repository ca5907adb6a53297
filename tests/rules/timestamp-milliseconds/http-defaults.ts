// What the options of an own function do not name has its default.
const BASES = { track: "https://track.customer.io/api/v1", app: "https://api.customer.io/v1" } as const;
type Options = { method?: string; body?: unknown };

async function parameter(api: keyof typeof BASES, path: string, { method = "POST", body }: Options = {}) {
  const response = await fetch(BASES[api] + path, { method, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
}
async function nullish(path: string, options: Options = {}) {
  const response = await fetch(BASES.app + path, { method: options.method ?? "POST", body: JSON.stringify(options.body) });
  if (!response.ok) throw new Error(await response.text());
}
async function variable(path: string, options: Options) {
  const { method = "POST", body } = options;
  const response = await fetch(BASES.app + path, { method, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
}
async function written(path: string, options: Options) {
  if (path.length > 99) options.method = "GET";
  const { method = "POST", body } = options;
  const response = await fetch(BASES.app + path, { method, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
}
async function handed(path: string, options: Options) {
  prepare(options);
  const { method = "POST", body } = options;
  const response = await fetch(BASES.app + path, { method, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
}
declare function prepare(options: Options): void;

const person = { identifiers: { id: "1" }, transactional_message_id: 1 };
await parameter("app", "/send/push", { body: { ...person, send_at: Date.now() } });
//                                                                 ^^^^^^^^^^ error[timestamp-milliseconds]
await nullish("/send/push", { body: { ...person, send_at: Date.now() } });
//                                                        ^^^^^^^^^^ error[timestamp-milliseconds]
await variable("/send/push", { body: { ...person, send_at: Date.now() } });
//                                                         ^^^^^^^^^^ error[timestamp-milliseconds]

await parameter("app", "/send/push", { method: "GET", body: { ...person, send_at: Date.now() } });
//                     ^^^^^^^^^^^^ warning[unknown-endpoint]: `/v1/send/push` does not accept `GET`
await written("/send/push", { body: { ...person, send_at: Date.now() } });
await handed("/send/push", { body: { ...person, send_at: Date.now() } });
export async function unknown(options: Options) {
  await parameter("app", "/send/push", { ...options, body: { ...person, send_at: Date.now() } });
}
