import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function found(id: string, event: string) {
  await cio.track(id, "signed_up");
  //                  ^^^^^^^^^^^ error[track-missing-name]: the event has no `name`
  await cio.track(id, "signed_up", { plan: "pro" });
  //                  ^^^^^^^^^^^ error[track-missing-name]: the event has no `name`
  await cio.track(id, { event: "signed_up", data: {} });
  //                    ^^^^^ error[track-missing-name]: throws "data.name is required"
  await cio.track(id, { event });
  //                    ^^^^^ error[track-missing-name]
  await cio.track(id, {});
  //                  ^^ error[track-missing-name]
  await cio.track(id);
  //        ^^^^^ error[track-missing-name]
  await cio.track(id, { name: "" });
  //                          ^^ error[track-missing-name]
  await cio.track(id, { data: { name: "signed_up" } });
  //                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[track-missing-name]
}
