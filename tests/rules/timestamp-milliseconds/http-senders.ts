import requests from "request";
import { request } from "undici";

const HOSTS = { us: "https://track.customer.io", eu: "https://track-eu.customer.io" } as const;

export async function changed(id: string, region: keyof typeof HOSTS) {
  const url = `https://track.customer.io/api/v1/customers/${encodeURIComponent(id)}`;
  await request(url, { method: "PUT", body: JSON.stringify({ created_at: Date.now() }) }).then((it) => it.statusCode);
  //                                                                     ^^^^^^^^^^ error[timestamp-milliseconds]: in milliseconds
  const other = await fetch(`${HOSTS[region]}/api/v1/customers/${encodeURIComponent(id)}`, {
    method: "PUT",
    body: JSON.stringify({ created_at: Date.now() }),
    //                                 ^^^^^^^^^^ error[timestamp-milliseconds]: in milliseconds
  });
  requests({ method: "PUT", uri: url, json: { created_at: Date.now() } }, (error) => console.error(error));
  //                                                      ^^^^^^^^^^ error[timestamp-milliseconds]: in milliseconds
  const made = await fetch(new Request(url, { method: "PUT", body: JSON.stringify({ created_at: Date.now() }) }));
  //                                                                                            ^^^^^^^^^^ error[timestamp-milliseconds]: in milliseconds
  return made.ok && other.ok;
}
