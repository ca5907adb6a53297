import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.batch([
  { type: "person", action: "delete", identifiers: { id: "1" } },
  { type: "person", action: "merge", primary: { id: "1" }, secondary: { name: "Ada" } as any },
]);
await cio.entity({ type: "person", action: "delete", identifiers: {} } as any);
