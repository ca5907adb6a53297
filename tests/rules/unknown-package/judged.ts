// The rest is judged as if it were the SDK.
import { TrackClient, RegionEU } from "@customerio/track";
//                                     ^^^^^^^^^^^^^^^^^ warning[unknown-package]

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, {
  region: RegionEU,
});

export async function signUp(id: string) {
  await cio.identify(id, { created_at: Date.now() });
  //                                   ^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identfy(id, {});
  //        ^^^^^^^ error[unknown-method]
}
