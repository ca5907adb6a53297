// An event with a name, or with what cannot be seen.
import { PipelinesClient } from "customerio-node";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);

export async function silent(id: string, event: string, rest: object, args: [string, { name: string }]) {
  await cio.track(id, { name: "signed_up" });
  await cio.track(id, { name: event });
  await cio.track(id, { ...rest });
  await cio.track(id, { event, ...rest });
  await cio.track(...args);
  await cio.track(id, event as never);
  await cio.track(id, { name: process.env.EVENT! });
  await cdp.track({ userId: id, event: "Trial Ended" });
}

export async function later(id: string) {
  const event: Record<string, unknown> = {};
  event.name = "signed_up";
  await cio.track(id, event);
}
