//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const message = (to: string) => new SendEmailRequest({ transactional_message_id: "hello", to, identifiers: { email: to } });

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function remind(all: string[]) {
  for (let start = 0; start < all.length; start += 100) {
    // The App API allows 100 transactional messages per second.
    if (start > 0) await new Promise((resolve) => setTimeout(resolve, 1000));
    await Promise.all(all.slice(start, start + 100).map((to) => api.sendEmail(message(to))));
  }
  for (let start = 0; start < all.length; start += 100) {
    // The App API allows 100 transactional messages per second.
    if (start > 0) await new Promise((resolve) => setTimeout(resolve, 1000));
    await Promise.allSettled(
      all.slice(start, start + 100).map(async (to) => {
        await api.sendEmail(message(to));
      }),
    );
  }
  await Promise.all(all.map((id) => api.triggerBroadcast(Number(id), {}, { segment: { id: 7 } })));
  for (let start = 0; start < all.length; start += 100) {
    // The Track API asks for at most 1000 requests per second.
    if (start > 0) await new Promise((resolve) => setTimeout(resolve, 1000));
    await Promise.all(all.slice(start, start + 100).map((id) => cio.identify(id, {})));
  }
}
