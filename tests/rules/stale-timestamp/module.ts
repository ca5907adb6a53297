import { APIClient, SendEmailRequest, TrackClient } from "customerio-node";
import dayjs from "dayjs";
import { getUnixTime } from "date-fns";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

const now = Math.floor(Date.now() / 1000);
const loaded = Date.now();
const today = dayjs().startOf("day").unix();
const stamp = getUnixTime(new Date());
const helper = seconds();
const defaults = { created_at: Math.floor(Date.now() / 1000), plan: "free" };
const timestamp = Math.round(new Date().getTime() / 1000);

function seconds() {
  return Math.floor(Date.now() / 1000);
}

export async function signUp(id: string, user: { createdAt?: number }) {
  await cio.identify(id, { created_at: now });
  //                                   ^^^ warning[stale-timestamp]: `created_at` is the time when the module loaded
  await cio.identify(id, { created_at: Math.floor(loaded / 1000) });
  //                                   ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[stale-timestamp]
  await cio.identify(id, { last_seen_at: today });
  //                                     ^^^^^ warning[stale-timestamp]
  await cio.identify(id, { created_at: user.createdAt ?? stamp });
  //                                                     ^^^^^ warning[stale-timestamp]: `created_at` may be the time
  await cio.identify(id, { created_at: helper });
  //                                   ^^^^^^ warning[stale-timestamp]
  await cio.identify(id, { ...defaults });
  //                          ^^^^^^^^ warning[stale-timestamp]
  await cio.track(id, { name: "signed_up", timestamp });
  //                                       ^^^^^^^^^ warning[stale-timestamp]
  await cio.track(id, { name: "signed_up", data: { at_once: now } });
  //                                                        ^^^ hint[stale-timestamp]
  await cio.identify(id, { visits: now });
  //                               ^^^ info[stale-timestamp]
}

export class Mail {
  async send(to: string, id: string) {
    const request = { to, identifiers: { id }, transactional_message_id: "1", send_at: now + 3600 };
    await api.sendEmail(new SendEmailRequest(request));
    //                                       ^^^^^^^ warning[stale-timestamp]
  }
}

export const handlers = {
  async placed(id: string) {
    await cio.track(id, { name: "order_placed", timestamp: now });
    //                                                     ^^^ warning[stale-timestamp]
  },
};
