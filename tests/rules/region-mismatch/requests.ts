// Requests without the SDK name their region by their host.
const auth = { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` };

export async function send(body: string) {
  const response = await fetch("https://api.customer.io/v1/send/email", { method: "POST", body, headers: auth });
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[region-mismatch]: this request goes to the US region, but another request in this package goes to the EU
  return response.ok;
}
//- /src/track.ts
export async function identify(id: string, body: string) {
  const url = `https://track-eu.customer.io/api/v1/customers/${encodeURIComponent(id)}`;
  const response = await fetch(url, { method: "PUT", body });
  return response.ok;
}
//- /packages/client/src/track.ts
import { RegionEU, TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, {
  region: RegionEU,
});
//- /packages/client/src/send.ts
export const send = (body: string) => fetch("https://api.customer.io/v1/send/email", { method: "POST", body });
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[region-mismatch]: this request goes to the US region, but a client in this package uses the EU
//- /packages/request/src/track.ts
import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
//                     ^^^^^^^^^^^ info[region-mismatch]: TrackClient uses the US region by default, but a request in this package goes to the EU
//- /packages/request/src/send.ts
export const send = (body: string) => fetch("https://api-eu.customer.io/v1/send/email", { method: "POST", body });
