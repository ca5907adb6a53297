import cio = require("customerio-node");

const client = new cio.TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

client.identify("42", { created_at: Date.now() }).catch(console.error);
//                                  ^^^^^^^^^^ error[timestamp-milliseconds]
