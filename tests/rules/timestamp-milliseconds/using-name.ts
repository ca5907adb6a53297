import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

// `using` is a name like any other one.
export async function merge(id: string, using: string) {
  await cio.identify(id, { email: "ada@example.com", created_at: Date.now(), using });
//                                                               ^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds, not seconds: Customer.io expects Unix seconds, so date conditions in segments and campaigns will not match
  await cio.track(id, { name: "merged", data: { anonymous_id: using } });
}
