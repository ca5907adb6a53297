import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string, topics: Record<string, boolean>, topic: number, wanted: boolean) {
  await cio.identify(id, { cio_subscription_preferences: { topics: { topic_7: true, topic_8: wanted } } });
  await cio.identify(id, { cio_subscription_preferences: { topics } });
  await cio.identify(id, { cio_subscription_preferences: { topics: { [`topic_${topic}`]: true } } });
  await cio.identify(id, { "cio_subscription_preferences.topics.topic_7": false });
  await cio.identify(id, { [`cio_subscription_preferences.topics.topic_${topic}`]: true });
  await cio.identify(id, { cio_subscription_preferences: null });
  await cio.identify(id, { subscription_preferences: { "7": "yes" } });
}
