import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

type Kind = "paid" | "refunded";
enum Code {
  Paid = "paid",
  Left = "left",
}
const EVENTS: Record<string, string> = { paid: "order_paid" };
const NAMES = { code: "order_paid", id: "order_sent" } as const;
const ALLOWED = ["paid", "left"];

interface Job {
  code: Code;
  id: "order_paid" | "order_sent";
  title: Kind;
  slug: Kind | undefined;
}

export async function all(id: string, job: Job, req: any, name: string, step: { event: string; name: string }, error: any) {
  // Constants, unions, enums and lookup tables.
  await cio.track(id, { name: NAMES.code });
  await cio.track(id, { name: NAMES.id });
  await cio.track(id, { name: Code.Paid });
  await cio.track(id, { name: job.code });
  await cio.track(id, { name: job.id });
  await cio.track(id, { name: job.title });
  await cio.track(id, { name: job.slug! });
  await cio.track(id, { name: EVENTS[req.body.status] });
  await cio.track(id, { name: EVENTS[job.title] });
  // What the file lets pass.
  if (ALLOWED.includes(req.body.type)) {
    await cio.track(id, { name: req.body.type });
  }
  switch (req.body.kind) {
    case "paid":
    case "left":
      await cio.track(id, { name: req.body.kind });
  }
  // Names.
  await cio.track(id, { name });
  await cio.track(id, { name: step.event });
  await cio.track(id, { name: step.name });
  await cio.track(id, { name: req.body.event });
  await cio.track(id, { name: req.body.eventName });
  await cio.track(id, { name: req.body.name });
  await cio.track(id, { name: req.body.action });
  await cio.track(id, { name: error.code });
  await cio.track(id, { name: step.toString() });
  // Nobody knows what a variable of one word is.
  await titled(id, "order_paid");
  await tracked(id, "order_paid");
}

export function titled(id: string, title: string) {
  return cio.track(id, { name: title });
}

function tracked(id: string, eventId: string) {
  return cio.track(id, { name: eventId });
}
