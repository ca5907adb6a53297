// A part that its type writes out varies no more than the code does.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

type Period = "day" | "week";
type Named = Period | "month";
enum Step {
  First = "first",
  Last = "last",
}
type Topic = string;

export async function few(id: string, period: Period, named: Named, step: Step, plan: "free" | "pro", of: { kind: Period }) {
  await cio.track(id, { name: `report_${period}_sent` });
  await cio.track(id, { name: `report_${named}_sent` });
  await cio.track(id, { name: `step_${step}_done` });
  await cio.track(id, { name: `plan_${plan}_bought` });
  await cio.track(id, { name: "kind_" + of.kind });
}

export async function many(id: string, topic: Topic, kind: string, mixed: Period | string) {
  await cio.track(id, { name: `page_${topic}_seen` });
//                            ^^^^^^^^^^^^^^^^^^^^ hint[dynamic-event-name]: event name contains `topic`
  await cio.track(id, { name: `page_${kind}_seen` });
//                            ^^^^^^^^^^^^^^^^^^^ hint[dynamic-event-name]: event name contains `kind`
  await cio.track(id, { name: `page_${mixed}_seen` });
//                            ^^^^^^^^^^^^^^^^^^^^ hint[dynamic-event-name]: event name contains `mixed`
}
