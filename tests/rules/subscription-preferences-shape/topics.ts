//@ customerio.json = { "account": { "pulled": { "topics": [{ "id": 1, "identifier": "topic_1", "name": "Offers" }, { "id": 2 }] } } }
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.identify("42", { cio_subscription_preferences: { topics: { topic_1: true, topic_2: false, topic_3: true } } });
//                                                                                                  ^^^^^^^ warning[subscription-preferences-shape]: the account has no topic `topic_3`: Customer.io ignores it
await cio.identify("42", { "cio_subscription_preferences.topics.topic_1": true });
await cio.identify("42", { "cio_subscription_preferences.topics.topic_4": true });
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[subscription-preferences-shape]: the account has no topic `topic_4`: Customer.io ignores it
