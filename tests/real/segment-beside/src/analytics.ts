import { Analytics } from "@segment/analytics-node";
import posthog from "posthog-js";
import { TrackClient } from "customerio-node";

const segment = new Analytics({ writeKey: process.env.SEGMENT_WRITE_KEY! });
const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);

export async function signedUp(user: { id: string; email: string }) {
  segment.identify({ userId: user.id, traits: { email: user.email, createdAt: new Date() } }); // not the SDK
  segment.track({ userId: user.id, event: "Signed Up", timestamp: new Date() }); // not the SDK
  posthog.capture("signed up", { at: Date.now() });
  await cio.identify(user.id, { email: user.email, created_at: Math.floor(Date.now() / 1000) });
  await cio.track(user.id, { name: "signed_up" });
}

export async function planted(user: { id: string }) {
  segment.track({ userId: user.id, event: "Planted" }); // not the SDK
  await cio.identify({ userId: user.id, traits: {} } as any, {}); // non-string-id
}
