//@ sdk = 5.2.0
import { PipelinesClient } from "customerio-node";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function silent(id: string, payload: any, rest: object) {
  await cdp.track({ userId: id, event: "Order Completed", properties: { user_id: id, name: "x", data: 1 } });
  await cdp.page({ anonymousId: id, name: "Home", properties: {} });
  await cdp.identify({ userId: id, traits: { first_name: "Ada" } });
  await cdp.track(payload);
  await cdp.track({ ...payload, event: "Order Completed" });
  await cdp.group({ userId: id, groupId: "7", ...rest });
  await cdp.batch([{ type: "identify", userId: id }, payload]);
  // The dialect of the Track API.
  await cio.track(id, { name: "trial_ended", data: {} });
}
