import requests from "request";
import { request } from "undici";

const HOSTS = { us: "https://track.customer.io", eu: "https://track-eu.customer.io" } as const;

export async function changed(id: string, region: keyof typeof HOSTS) {
  const url = `https://track.customer.io/api/v1/customers/${encodeURIComponent(id)}`;
  await request(url, { method: "PUT", body: JSON.stringify({ created_at: Math.floor(Date.now() / 1000) }) }).then((it) => it.statusCode);
  const other = await fetch(`${HOSTS[region]}/api/v1/customers/${encodeURIComponent(id)}`, {
    method: "PUT",
    body: JSON.stringify({ created_at: Math.floor(Date.now() / 1000) }),
  });
  requests({ method: "PUT", uri: url, json: { created_at: Math.floor(Date.now() / 1000) } }, (error) => console.error(error));
  const made = await fetch(new Request(url, { method: "PUT", body: JSON.stringify({ created_at: Math.floor(Date.now() / 1000) }) }));
  return made.ok && other.ok;
}
