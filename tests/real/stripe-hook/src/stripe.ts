import Stripe from "stripe";
import { TrackClient } from "customerio-node";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);

export async function onStripe(payload: Buffer, signature: string) {
  const event = stripe.webhooks.constructEvent(payload, signature, process.env.STRIPE_WEBHOOK_SECRET!);
  switch (event.type) {
    case "customer.subscription.updated": {
      const subscription = event.data.object;
      await cio.identify(String(subscription.metadata.user_id), {
        plan: subscription.items.data[0]?.price.nickname ?? "unknown",
        current_period_end: subscription.items.data[0]?.current_period_end,
        canceled_at: subscription.canceled_at,
      });
      break;
    }
    case "invoice.paid":
      await cio.track(String(event.data.object.metadata?.user_id), {
        name: "invoice_paid",
        timestamp: event.created,
        data: { amount: event.data.object.amount_paid / 100, currency: event.data.object.currency },
      });
      break;
  }
}
