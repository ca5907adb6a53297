// The host is decided by what the function is called with.
const HOSTS = { track: "https://track.customer.io/api/v1", app: "https://api.customer.io/v1" };
type Api = keyof typeof HOSTS;

function byTest(api: Api) {
  return api === "app" ? "https://api.customer.io/v1" : "https://track.customer.io/api/v1";
}
function byReturn(api: Api) {
  if (api === "app") return "https://api.customer.io/v1";
  return "https://track.customer.io/api/v1";
}
function byCase(api: Api, eu: boolean) {
  switch (api) {
    case "app":
      return eu ? "https://api-eu.customer.io/v1" : "https://api.customer.io/v1";
    default:
      return "https://track.customer.io/api/v1";
  }
}
async function request(url: string, method: string, body: unknown) {
  const response = await fetch(url, { method, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(String(response.status));
}
const one = (api: Api, path: string, body: unknown) => request(`${byTest(api)}${path}`, "PUT", body);
const two = (api: Api, path: string, body: unknown) => request(`${byReturn(api)}${path}`, "PUT", body);
const three = (api: Api, path: string, body: unknown) => request(`${byCase(api, true)}${path}`, "PUT", body);
const four = (api: Api, path: string, body: unknown) => request(`${HOSTS[api]}${path}`, "PUT", body);
async function five(this: any, path: string, body: unknown, api: Api = "track") {
  return this.helpers.httpRequest({ url: `${HOSTS[api]}${path}`, method: "PUT", body, json: true });
}

export async function identify(this: any, id: string) {
  const path = `/customers/${encodeURIComponent(id)}`;
  await one("track", path, { created_at: Math.floor(Date.now() / 1000) });
  await two("track", path, { created_at: Math.floor(Date.now() / 1000) });
  await three("track", path, { created_at: Math.floor(Date.now() / 1000) });
  await four("track", path, { created_at: Math.floor(Date.now() / 1000) });
  await five.call(this, path, { created_at: Math.floor(Date.now() / 1000) });
}
// The App API has no such endpoint, and what is not known is not judged.
export async function unknown(api: Api, id: string) {
  await one(api, `/other/${id}`, { created_at: Date.now() });
  await two(api, `/other/${id}`, { created_at: Date.now() });
  await three(api, `/other/${id}`, { created_at: Date.now() });
  await four(api, `/other/${id}`, { created_at: Date.now() });
}
