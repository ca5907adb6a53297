import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.batch([
  { type: "person", action: "delete", identifiers: { id: "1", email: "a@b.c" } },
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[identifiers-cardinality]: `identifiers` has several keys, `id` and `email`: the API requires exactly one key and rejects the request
  { type: "person", action: "merge", primary: { id: "1" }, secondary: { name: "Ada" } as any },
//                                                                    ^^^^^^^^^^^^^^^^^^^^^^ error[identifiers-cardinality]: `secondary` does not identify a person: the API rejects the request
]);
await cio.entity({ type: "person", action: "delete", identifiers: {} } as any);
//                                                                ^^ error[identifiers-cardinality]: `identifiers` does not identify a person: the API rejects the request
