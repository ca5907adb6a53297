import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

// `using` is a name like any other one.
export async function merge(id: string, using: string) {
  await cio.identify(id, { email: "ada@example.com", created_at: Math.floor(Date.now() / 1000), using });
  await cio.track(id, { name: "merged", data: { anonymous_id: using } });
}
