// Text, numbers, and what cannot be seen.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function silent(user: { _id: { toString(): string }; id: string }, id: number) {
  await cio.identify(id, { plan: "pro" });
  await cio.identify(42, { plan: "pro" });
  await cio.identify(user.id, { plan: "pro" });
  await cio.identify(user._id.toString(), { plan: "pro" });
  await cio.identify(`user-${id}`, { plan: "pro" });
  await cio.destroy(process.env.TEST_USER!);
}
