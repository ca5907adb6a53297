import { EventEmitter } from "node:events";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const webhooks = new EventEmitter();
webhooks.on("email_bounced", async (event) => {
  await cio.suppress(event.data.customer_id);
  //    ^^^^^^^^^^^^ warning[suppress-as-unsubscribe]: on `email_bounced`, `suppress` deletes the person permanently and blocks the identifier
});
webhooks.on("customer.unsubscribed", async function (event) {
  await cio.destroy(event.data.customer_id);
  //    ^^^^^^^^^^^ warning[suppress-as-unsubscribe]: on `customer.unsubscribed`, `destroy` deletes the person with all attributes
});

export async function receive(event: any) {
  switch (event.event_type) {
    case "email_complained":
    case "email_bounced":
      await cio.suppress(event.id);
      //    ^^^^^^^^^^^^ warning[suppress-as-unsubscribe]: on `email_bounced`
      break;
    case "email_unsubscribed": {
      await cio.destroy(event.id);
      //    ^^^^^^^^^^^ warning[suppress-as-unsubscribe]: on `email_unsubscribed`
      break;
    }
  }
  if (event.metric === "bounced" && event.object_type === "email") {
    await cio.suppress(event.id);
    //    ^^^^^^^^^^^^ warning[suppress-as-unsubscribe]: on `bounced`
  } else if ("spammed" === event.metric) await cio.suppress(event.id);
  //                                           ^^^^^^^^^^^^ warning[suppress-as-unsubscribe]: on `spammed`
  if (["bounced", "dropped"].includes(event.metric)) {
    await cio.suppress(event.id);
    //    ^^^^^^^^^^^^ warning[suppress-as-unsubscribe]: on `bounced`
  }
}
