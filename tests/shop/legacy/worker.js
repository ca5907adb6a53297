// What is left of the first shop, which runs on customerio-node 4.4. Its package.json shows upgrade-advice.
import { APIClient, RegionEU, SendEmailRequest, TrackClient } from "customerio-node";
import { CustomerIORequestError } from "customerio-node/dist/lib/utils"; // deep-import

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY, {
  region: RegionEU,
  timeout: 3000, // inert-timeout
});
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY, { region: RegionEU });

export async function sendReceipt(id, total) {
  const receipt = new SendEmailRequest({
    transactional_message_id: 7,
    to: id,
    identifiers: { email: id },
    message_data: { total },
  });
  await api.sendEmail(receipt); // no-retry
}

export async function announce() {
  await api.triggerBroadcast(12, { headline: "Sale" }); // broadcast-missing-arguments, no-retry
}

export async function seen(id) {
  try {
    await cio.track(id, { name: "shop_seen" });
  } catch (err) {
    if (err instanceof CustomerIORequestError) console.error(err.statusCode, err.body); // instanceof-error-class
    else throw err;
  }
}
