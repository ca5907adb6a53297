import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const DEFAULT = "EST5EDT";

export async function all(id: string, zone?: string) {
  await cio.identify(id, { timezone: "GMT+2" });
  //                                 ^^^^^^^ warning[timezone-invalid]: `GMT+2` is not an IANA time zone
  await cio.identify(id, { timezone: zone ?? DEFAULT });
  //                                         ^^^^^^^ warning[timezone-invalid]: `EST5EDT`
  await cio.identify(id, { timezone: "America/New York" });
  //                                 ^^^^^^^^^^^^^^^^^^ warning[timezone-invalid]
  await cio.identify(id, { timezone: "berlin" });
  //                                 ^^^^^^^^ warning[timezone-invalid]
  await cio.identify(id, { timezone: -5 });
  //                                 ^^ warning[timezone-invalid]: `-5`
}
