import { EventEmitter } from "node:events";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const webhooks = new EventEmitter();
webhooks.on("email_bounced", async (event) => {
  await cio.identify(event.data.customer_id, { unsubscribed: true });
});
webhooks.on("customer.unsubscribed", async function (event) {
  await cio.identify(event.data.customer_id, { unsubscribed: true });
});

export async function receive(event: any) {
  switch (event.event_type) {
    case "email_complained":
    case "email_bounced":
      await cio.identify(event.id, { unsubscribed: true });
      break;
    case "email_unsubscribed": {
      await cio.identify(event.id, { unsubscribed: true });
      break;
    }
  }
  if (event.metric === "bounced" && event.object_type === "email") {
    await cio.identify(event.id, { unsubscribed: true });
  } else if ("spammed" === event.metric) await cio.identify(event.id, { unsubscribed: true });
  if (["bounced", "dropped"].includes(event.metric)) {
    await cio.identify(event.id, { unsubscribed: true });
  }
}
