import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string) {
  await cio.identify(id, { cio_subscription_preferences: { topics: { "7": true, topic8: false, news: true } } });
  //                                                                 ^^^ warning[subscription-preferences-shape]: `7` is no topic
  //                                                                            ^^^^^^ warning[subscription-preferences-shape]
  //                                                                                           ^^^^ warning[subscription-preferences-shape]
  await cio.identify(id, { cio_subscription_preferences: { topics: { topic_7: "true", topic_8: 0 } } });
  //                                                                          ^^^^^^ warning[subscription-preferences-shape]: a topic is `true` or `false`
  //                                                                                           ^ warning[subscription-preferences-shape]
  await cio.identify(id, { cio_subscription_preferences: { topic_7: true } });
  //                                                       ^^^^^^^ warning[subscription-preferences-shape]: outside `topics`
  await cio.identify(id, { cio_subscription_preferences: ["topic_7"] });
  //                                                     ^^^^^^^^^^^ warning[subscription-preferences-shape]: not a list
  await cio.identify(id, { "cio_subscription_preferences.topic_7": true });
  //                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[subscription-preferences-shape]: is nothing
  await cio.identify(id, { "cio_subscription_preferences.topics.topic_7": "later" });
  //                                                                      ^^^^^^^ warning[subscription-preferences-shape]
}
