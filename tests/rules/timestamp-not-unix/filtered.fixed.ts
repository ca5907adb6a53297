// TypeScript does not see that `filter(Boolean)` leaves out what is missing: the guard stays.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function found(id: string, dates: (Date | null)[]) {
  for (const date of dates) {
    await cio.identify(id, { last_at: date && Math.floor(date.getTime() / 1000) });
  }
  for (const date of dates.filter((it) => !!it)) {
    await cio.identify(id, { last_at: date && Math.floor(date.getTime() / 1000) });
  }
  for (const date of dates.filter((it) => it instanceof Date)) {
    await cio.identify(id, { last_at: date && Math.floor(date.getTime() / 1000) });
  }
  await Promise.all(dates.filter(Boolean).map((date) => cio.identify(id, { last_at: date && Math.floor(date.getTime() / 1000) })));
}
