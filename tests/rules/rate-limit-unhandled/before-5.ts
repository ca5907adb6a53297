//@ sdk = 4.5.1
//@ no-retry.severity = off
import { TrackClient } from "customerio-node";
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const message = (to: string) => new SendEmailRequest({ transactional_message_id: "hello", to, identifiers: { email: to } });

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function remind(all: string[]) {
  await Promise.all(all.map((to) => api.sendEmail(message(to))));
//                                  ^^^^^^^^^^^^^ warning[rate-limit-unhandled]: the App API allows 100 transactional messages per second; further requests fail with 429
  await Promise.allSettled(
    all.map(async (to) => {
      await api.sendEmail(message(to));
//          ^^^^^^^^^^^^^ warning[rate-limit-unhandled]: the App API allows 100 transactional messages per second; further requests fail with 429
    }),
  );
  await Promise.all(all.map((id) => api.triggerBroadcast(Number(id), {}, { segment: { id: 7 } })));
  await Promise.all(all.map((id) => cio.identify(id, {})));
//                                  ^^^^^^^^^^^^ warning[rate-limit-unhandled]: the Track API asks for at most 1000 requests per second; further requests fail with 429
}
