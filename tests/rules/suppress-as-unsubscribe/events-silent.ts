import { EventEmitter } from "node:events";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const webhooks = new EventEmitter();
webhooks.on("email_bounced", async (event) => {
  await cio.identify(event.data.customer_id, { unsubscribed: true });
});
webhooks.on("user_deleted", async (event) => {
  await cio.suppress(event.data.customer_id);
});

export async function receive(event: any) {
  switch (event.type) {
    case "email_bounced":
      await cio.identify(event.id, { unsubscribed: true });
      break;
    case "account_closed":
      await cio.suppress(event.id);
      break;
    case "unsubscribed_and_deleted":
      await cio.destroy(event.id);
  }
  if (event.metric !== "bounced") await cio.destroy(event.id);
  if (event.metric === "bounced") {
    console.log(event);
  } else {
    await cio.destroy(event.id);
  }
}

export async function eraseAfterOptOut(event: any) {
  if (event.metric === "unsubscribed") await cio.suppress(event.id);
}
