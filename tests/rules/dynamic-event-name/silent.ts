import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const APP = "shop";
const queue = { add: (job: { name: string }) => job.name };

export async function all(id: string, eventName: string, paid: boolean, path: string) {
  // What is known by now.
  await cio.track(id, { name: `${APP}_signed_up` });
  await cio.track(id, { name: APP + "_signed_up" });
  await cio.track(id, { name: `order_${paid ? "paid" : "cancelled"}` });
  await cio.track(id, { name: `${process.env.APP_NAME}_signed_up` });
  // A name that is handed on.
  await cio.track(id, { name: eventName });
  await cio.track(id, { name: `${eventName}` });
  await cio.track(id, { name: `app_${eventName}` });
  await prefixed(id, "signed_up");
  // Pages.
  await cio.track(id, { name: `/orders/${id}`, type: "page" });
  await cio.track(id, { name: `/orders/${id}` });
  await cio.trackPageView(id, `/orders/${path}`);
  await cio.track(id, { name: "order_placed", data: { label: `order_${id}` } });
  queue.add({ name: `job_${id}` });
}

function prefixed(id: string, event: string) {
  return cio.track(id, { name: `shop_${event}` });
}
