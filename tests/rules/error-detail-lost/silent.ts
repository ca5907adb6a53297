import { TrackClient } from "customerio-node";
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const message = (to: string) => new SendEmailRequest({ transactional_message_id: "hello", to, identifiers: { email: to } });

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function whole() {
  try {
    await api.triggerBroadcast(12, {}, { segment: { id: 7 } });
  } catch (err: any) {
    console.error("broadcast failed", err);
  }
  try {
    await api.triggerBroadcast(12, {}, { segment: { id: 7 } });
  } catch (err: any) {
    console.error(err.message, err.body);
  }
  try {
    await api.triggerBroadcast(12, {}, { segment: { id: 7 } });
  } catch (err: any) {
    console.error(err.message);
    throw err;
  }
}

// Their message says what is wrong.
export async function useful(to: string) {
  try {
    await api.sendEmail(message(to));
  } catch (err: any) {
    console.error(err.message);
  }
  try {
    await cio.identify(to, {});
  } catch (err: any) {
    console.error(err.message);
  }
}

export async function mixed(to: string) {
  try {
    await fetch(`https://example.com/${to}`);
    await api.getCustomersByEmail(to);
  } catch (err: any) {
    console.error(err.message);
  }
}
