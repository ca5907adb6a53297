// Vouchers: what is left on one, and a reminder before it runs out.
import { APIClient, RegionEU, SendEmailRequest, TrackClient } from "customerio-node";
import type { Customer } from "./types.js";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, {
  region: RegionEU,
});
const mail = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionEU });

const DAY = 24 * 60 * 60;

export async function redeemed(customer: Customer | undefined, cents: string): Promise<void> {
  // possibly-undefined-id
  await cio.track(customer?.id, {
    name: "voucher_redeemed",
    // bigint-in-payload: the database counts in bigints.
    data: { left: BigInt(cents) },
  });
}

export async function remind(customer: Customer): Promise<void> {
  await mail.sendEmail(
    new SendEmailRequest({
      transactional_message_id: "voucher",
      to: customer.email,
      identifiers: { id: customer.id },
      // send-at-out-of-range: the API plans 90 days ahead.
      send_at: Math.floor(Date.now() / 1000) + 330 * DAY,
    }),
  );
}
