import { TrackClient } from "customerio-node";
import { OURS } from "./ours";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string, cio_id: string, _segment: string) {
  await cio.identify(id, { email: "ada@example.com" });
  await cio.identify(id, { plan: "pro" });
  await cio.identify(id, { _segment, "_plan": "pro" });
  await cio.batch([
    { type: "person", action: "identify", identifiers: { id }, attributes: { } },
  ]);
  const attributes = { _own: 1 };
  await cio.identify(id, attributes);
  await cio.identify(id, attributes);
  await cio.identify(id, { plan: "pro", ...OURS });
}
//- /src/ours.ts
export const OURS = { _source: "crm" };
