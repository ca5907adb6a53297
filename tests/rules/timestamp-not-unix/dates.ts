import { TrackClient } from "customerio-node";
import dayjs from "dayjs";
import moment from "moment";
import { DateTime } from "luxon";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string) {
  await cio.identify(id, { created_at: new Date() });
//                                     ^^^^^^^^^^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
  await cio.track(id, { name: "order_placed", timestamp: new Date() });
//                                                       ^^^^^^^^^^ error[timestamp-not-unix]: Customer.io expects Unix seconds and dates the event by its arrival instead
  await cio.identify(id, { created_at: moment() });
//                                     ^^^^^^^^ warning[timestamp-not-unix]: a Moment date
  await cio.identify(id, { created_at: dayjs() });
//                                     ^^^^^^^ warning[timestamp-not-unix]: a Day.js date
  await cio.identify(id, { created_at: DateTime.now() });
//                                     ^^^^^^^^^^^^^^ warning[timestamp-not-unix]: a Luxon `DateTime`
  await cio.identify(id, { last_logged_in: new Date(), signup_date: new Date() });
//                                         ^^^^^^^^^^ warning[timestamp-not-unix]
//                                                                  ^^^^^^^^^^ warning[timestamp-not-unix]
  await cio.identify(id, { cohort: new Date() });
//                                 ^^^^^^^^^^ info[timestamp-not-unix]

  const joined = new Date(2024, 4, 1);
  await cio.identify(id, { created_at: joined });
//                                     ^^^^^^ warning[timestamp-not-unix]
  await cio.track(id, { name: "order_placed", timestamp: joined });
//                                                       ^^^^^^ error[timestamp-not-unix]
}
