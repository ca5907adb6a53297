import { TrackClient } from "customerio-node";
import dayjs from "dayjs";
import moment from "moment";
import { DateTime } from "luxon";
import { getTime } from "date-fns";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

interface User {
  id: string;
  createdAt: Date;
}

export async function signUp(user: User) {
  await cio.identify(user.id, { created_at: Math.floor(Date.now() / 1000) });
  await cio.identify(user.id, { created_at: Math.floor(new Date().getTime() / 1000) });
  await cio.identify(user.id, { created_at: Math.floor((new Date()).getTime() / 1000) });
  await cio.identify(user.id, { created_at: Math.floor(+new Date() / 1000) });
  await cio.identify(user.id, { created_at: Math.floor(new Date().valueOf() / 1000) });
  await cio.identify(user.id, { created_at: Math.floor(Number(new Date()) / 1000) });
  await cio.identify(user.id, { created_at: Math.floor(user.createdAt.getTime() / 1000) });
  await cio.identify(user.id, { created_at: Math.floor(Date.parse("2024-05-01T12:00:00Z") / 1000) });
  await cio.identify(user.id, { created_at: Math.floor(Date.UTC(2024, 4, 1) / 1000) });
  await cio.identify(user.id, { created_at: moment().unix() });
  await cio.identify(user.id, { created_at: dayjs().unix() });
  await cio.identify(user.id, { created_at: Math.floor(DateTime.now().toMillis() / 1000) });
  await cio.identify(user.id, { created_at: Math.floor(getTime(user.createdAt) / 1000) });
  await cio.identify(user.id, { created_at: Math.floor((performance.timeOrigin + performance.now()) / 1000) });
  await cio.identify(user.id, { created_at: Math.floor(Temporal.Now.instant().epochMilliseconds / 1000) });
  await cio.identify(user.id, { created_at: 1704067200 });
  await cio.identify(user.id, { created_at: 1704067200 });
  await cio.identify(user.id, { created_at: 1704067200 });
}

export async function wrapped(user: User) {
  await cio.identify(user.id, { created_at: Math.floor(Date.now() / 1000) });
  await cio.identify(user.id, { created_at: Math.floor(Date.now()! / 1000) });
  await cio.identify(user.id, { created_at: Math.floor(Date.now() / 1000) });
  await cio.identify(user.id, { created_at: Math.floor(Math.round(Date.now()) / 1000) });
  await cio.identify(user.id, { created_at: Math.floor(Number(Date.now()) / 1000) });
  await cio.identify(user.id, { created_at: Math.floor(parseInt(`${Date.now()}`, 10) / 1000) });
  await cio.identify(user.id, { created_at: Math.floor(Number(String(Date.now())) / 1000) });
  await cio.identify(user.id, { created_at: Math.floor((Date.now() + 7 * 864e5) / 1000) });
  await cio.identify(user.id, { created_at: Math.floor((Date.now() - 24 * 60 * 60 * 1000) / 1000) });
  await cio.identify(user.id, { "created_at": Math.floor(Date.now() / 1000) });
  await cio.identify(user.id, { ["created_at"]: Math.floor(Date.now() / 1000) });
}
