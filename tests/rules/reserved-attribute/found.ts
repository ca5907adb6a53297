import { TrackClient } from "customerio-node";
import { OURS } from "./ours";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string, cio_id: string, _segment: string) {
  await cio.identify(id, { email: "ada@example.com", cio_id });
  //                                                 ^^^^^^ warning[reserved-attribute]: `cio_id` is reserved by Customer.io (Customer.io's own id of the person)
  await cio.identify(id, { _last_emailed: 1704067200, plan: "pro" });
  //                       ^^^^^^^^^^^^^ warning[reserved-attribute]: `_last_emailed` is reserved by Customer.io (when the last email went out)
  await cio.identify(id, { _segment, "_plan": "pro" });
  //                       ^^^^^^^^ warning[reserved-attribute]: segments cannot use the attribute
  //                                 ^^^^^^^ warning[reserved-attribute]: segments cannot use the attribute
  await cio.batch([
    { type: "person", action: "identify", identifiers: { id }, attributes: { cio_timezone: "Europe/Zurich" } },
    //                                                                       ^^^^^^^^^^^^ warning[reserved-attribute]
  ]);
  const attributes = { _own: 1 };
  //                   ^^^^ warning[reserved-attribute]
  await cio.identify(id, attributes);
  await cio.identify(id, attributes);
  await cio.identify(id, { plan: "pro", ...OURS });
  //                                       ^^^^ warning[reserved-attribute]: segments cannot use the attribute
}
//- /src/ours.ts
export const OURS = { _source: "crm" };
