import { TrackClient } from "customerio-node";
import dayjs from "dayjs";
import moment from "moment";
import { DateTime } from "luxon";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string) {
  await cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
  await cio.track(id, { name: "order_placed", timestamp: Math.floor(Date.now() / 1000) });
  await cio.identify(id, { created_at: moment().unix() });
  await cio.identify(id, { created_at: dayjs().unix() });
  await cio.identify(id, { created_at: Math.floor(DateTime.now().toSeconds()) });
  await cio.identify(id, { last_logged_in: Math.floor(Date.now() / 1000), signup_date: Math.floor(Date.now() / 1000) });
  await cio.identify(id, { cohort: Math.floor(Date.now() / 1000) });

  const joined = Math.floor(new Date(2024, 4, 1).getTime() / 1000);
  await cio.identify(id, { created_at: joined });
  await cio.track(id, { name: "order_placed", timestamp: joined });
}
