//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function found(user: { id: string }) {
  await cio.identify("42", { plan: "pro" });
  await cio.destroy(new Date());
  await cio.suppress(true);
  await cio.track(["42"], { name: "seen" });
  await cio.identify(user.id, { plan: "pro" });
  await cio.destroy(42n as any);
}
