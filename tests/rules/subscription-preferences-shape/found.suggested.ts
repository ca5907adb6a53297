import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string) {
  await cio.identify(id, { cio_subscription_preferences: { topics: { topic_7: true, topic_8: false, news: true } } });
  await cio.identify(id, { cio_subscription_preferences: { topics: { topic_7: true, topic_8: false } } });
  await cio.identify(id, { cio_subscription_preferences: { topic_7: true } });
  await cio.identify(id, { cio_subscription_preferences: ["topic_7"] });
  await cio.identify(id, { "cio_subscription_preferences.topic_7": true });
  await cio.identify(id, { "cio_subscription_preferences.topics.topic_7": "later" });
}
