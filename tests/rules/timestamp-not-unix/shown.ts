import { TrackClient } from "customerio-node";
import dayjs from "dayjs";
import moment from "moment";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function shown(id: string, joined: Date) {
  await cio.identify(id, {
    month: new Date().toLocaleString("en", { month: "long" }),
    joined_in: moment(joined).format("MMMM YYYY"),
    joined_date_text: joined.toDateString(),
    plan_start: dayjs(joined).format("YYYY-MM-DD"),
    renewal_date: dayjs(joined).format("YYYY-MM-DD"),
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[timestamp-not-unix]: `renewal_date` is an ISO 8601 string
    joined_at: joined.toLocaleDateString("de"),
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[timestamp-not-unix]: `joined_at` is a date string
  });
  await cio.track(id, { name: "order_placed", data: { placed_at: joined.toLocaleDateString("de") } });
}
