import cio = require("customerio-node");

const client = new cio.TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

client.identify("42", { created_at: Math.floor(Date.now() / 1000) }).catch(console.error);
