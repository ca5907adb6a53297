import { addDays, getUnixTime, parseISO } from "date-fns";
import dayjs from "dayjs";
import { DateTime } from "luxon";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);

export async function trial(user: { id: string; createdAt: string; endsAt?: Date | null; birthday?: string }) {
  await cio.identify(user.id, { // all: missing-email
    created_at: getUnixTime(parseISO(user.createdAt)),
    trial_ends_at: dayjs(user.createdAt).add(14, "day").unix(),
    renews_at: DateTime.fromISO(user.createdAt).plus({ months: 1 }).toUnixInteger(),
    reminder_at: getUnixTime(addDays(new Date(), 3)),
    ends_at: user.endsAt ? Math.floor(user.endsAt.getTime() / 1000) : null,
    birthday: user.birthday,
  });
}

export async function planted(user: { id: string; endsAt: Date }) {
  await cio.identify(user.id, {
    ends_at: dayjs(user.endsAt).valueOf(), // timestamp-milliseconds
    renews_at: DateTime.fromJSDate(user.endsAt).toISO(), // timestamp-not-unix
  });
}
