import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string) {
  await cio.identify(id, { cio_subscription_preferences: { topics: { "7": true, topic8: false, news: true } } });
  //                                                                 ^^^ warning[subscription-preferences-shape]: `7` is not a topic
  //                                                                            ^^^^^^ warning[subscription-preferences-shape]
  //                                                                                           ^^^^ warning[subscription-preferences-shape]
  await cio.identify(id, { cio_subscription_preferences: { topics: { topic_7: "true", topic_8: 0 } } });
  //                                                                          ^^^^^^ warning[subscription-preferences-shape]: expected `true` or `false` for a topic, found `"true"`
  //                                                                                           ^ warning[subscription-preferences-shape]
  await cio.identify(id, { cio_subscription_preferences: { topic_7: true } });
  //                                                       ^^^^^^^ warning[subscription-preferences-shape]: outside `topics`
  await cio.identify(id, { cio_subscription_preferences: ["topic_7"] });
  //                                                     ^^^^^^^^^^^ warning[subscription-preferences-shape]: expected an object of subscription preferences, found a list
  await cio.identify(id, { "cio_subscription_preferences.topic_7": true });
  //                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[subscription-preferences-shape]: `topic_7` is not a key of the subscription preferences
  await cio.identify(id, { "cio_subscription_preferences.topics.topic_7": "later" });
  //                                                                      ^^^^^^^ warning[subscription-preferences-shape]
}
