// All the ways to spell seconds.
import { TrackClient } from "customerio-node";
import dayjs from "dayjs";
import moment from "moment";
import { DateTime } from "luxon";
import { getUnixTime } from "date-fns";
import { toUnixSeconds } from "./time";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const SECOND = 1000;
const epoch = () => Math.floor(new Date().getTime() / 1000);

class Clock {
  static unix(date: Date) {
    return Math.floor(date.getTime() / 1000);
  }
}

export async function run(id: string, date: Date, text: string, user: any, subscription: any, token: any) {
  await cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
  await cio.identify(id, { created_at: Math.floor(Date.now() / 1e3) });
  await cio.identify(id, { created_at: Math.floor(Date.now() * 0.001) });
  await cio.identify(id, { created_at: Math.round(+new Date() / 1000) });
  await cio.identify(id, { created_at: Math.round((new Date()).getTime() / 1000) });
  await cio.identify(id, { created_at: Math.ceil(date.valueOf() / 1000) });
  await cio.identify(id, { created_at: Math.trunc(Date.parse(text) / 1000) });
  await cio.identify(id, { created_at: Math.floor(Date.UTC(2024, 4, 1) / 1000) });
  await cio.identify(id, { created_at: (Date.now() / 1000) | 0 });
  await cio.identify(id, { created_at: ~~(Date.now() / 1000) });
  await cio.identify(id, { created_at: Math.floor(Date.now() / SECOND) });
  await cio.identify(id, { created_at: parseInt((Date.now() / 1000).toFixed(0), 10) });
  await cio.identify(id, { created_at: Number(String(Date.now()).slice(0, 10)) });
  await cio.identify(id, { created_at: Math.floor((Date.now() + 7 * 864e5) / 1000) });
  await cio.identify(id, { created_at: Math.floor(Date.now() / 1000) + 7 * 86400 });
  await cio.identify(id, { created_at: getUnixTime(Date.now()) });
  await cio.identify(id, { created_at: moment(text).unix() });
  await cio.identify(id, { created_at: dayjs().unix() });
  await cio.identify(id, { created_at: Math.floor(DateTime.now().toSeconds()) });
  await cio.identify(id, { created_at: DateTime.now().toUnixInteger() });
  const nowSeconds = Math.floor(Date.now() / 1000);
  await cio.identify(id, { created_at: nowSeconds });
  await cio.identify(id, { created_at: epoch() });
  await cio.identify(id, { created_at: Clock.unix(date) });
  await cio.identify(id, { created_at: toUnixSeconds(date) });
  await cio.identify(id, { created_at: 1704067200 });
  await cio.identify(id, { created_at: "1704067200" });
  await cio.identify(id, { created_at: subscription.current_period_end, trial_ends_at: subscription.created });
  await cio.identify(id, { created_at: token.iat, expires_at: token.exp });
  await cio.identify(id, { created_at: user.createdAt });
  await cio.identify(id, { ["created_at"]: Math.floor(Date.now() / 1000) });
  await cio.identify(id, { ...(user.isNew && { created_at: Math.floor(Date.now() / 1000) }) });
  const attributes: Record<string, unknown> = {};
  attributes["created_at"] = Math.floor(Date.now() / 1000);
  await cio.identify(id, attributes);
  let at = Date.now();
  at = Math.floor(at / 1000);
  await cio.identify(id, { created_at: at });
}
