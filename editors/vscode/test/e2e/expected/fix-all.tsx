// The button that ends the sign-up, and what Customer.io is told of it.
import { RegionEU, TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const cio = new TrackClient(siteId, process.env.CUSTOMERIO_TRACK_API_KEY!, { region: RegionEU });

export function Welcome({ id }: { id: string }) {
  const start = async () => {
    await cio.identify(id, { mood: "🎉", created_at: Math.floor(Date.now() / 1000) });
    await cio.track(id, { name: "SignedUp", data: { plan: "free" } });
    await cio.track(id, { name: "trial_started", timestamp: Math.floor(Date.now() / 1000) });
  };
  return <button onClick={start}>Begin 🎉</button>;
}
