// Requests without the SDK name their region by their host.
const auth = { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` };

export async function send(body: string) {
  const response = await fetch("https://api.customer.io/v1/send/email", { method: "POST", body, headers: auth });
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
//- /packages/request/src/track.ts
import { TrackClient, RegionEU } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { region: RegionEU });
//- /packages/request/src/send.ts
export const send = (body: string) => fetch("https://api-eu.customer.io/v1/send/email", { method: "POST", body });
