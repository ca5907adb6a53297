import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.batch([
  { type: "person", action: "delete", identifiers: { id: "1", email: "a@b.c" } },
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[identifiers-cardinality]: exactly one key names a person: with `id` and `email` the request is invalid
  { type: "person", action: "merge", primary: { id: "1" }, secondary: { name: "Ada" } as any },
//                                                                    ^^^^^^^^^^^^^^^^^^^^^^ error[identifiers-cardinality]: `secondary` names nobody: none of `id`, `email`, `cio_id`, `phone` is there
]);
await cio.entity({ type: "person", action: "delete", identifiers: {} } as any);
//                                                                ^^ error[identifiers-cardinality]: `identifiers` names nobody: none of `id`, `email`, `cio_id`, `phone` is there
