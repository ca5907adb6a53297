const { TrackClient } = require("customerio-node");
const express = require("express");
const { withAuth } = require("./auth");

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);
const now = Math.floor(Date.now() / 1000);
const app = express();

app.post("/sign-up", async (req, res) => {
  await cio.identify(req.body.id, { created_at: now });
  //                                            ^^^ warning[stale-timestamp]
  res.end();
});

exports.handler = withAuth(async (event) => {
  await Promise.all(event.ids.map((id) => cio.identify(id, { created_at: now })));
  //                                                                     ^^^ warning[stale-timestamp]
});

async function main() {
  await app.listen(3000);
  app.get("/seen", async (req, res) => {
    await cio.identify(req.query.id, { last_seen_at: now });
    //                                               ^^^ warning[stale-timestamp]
    res.end();
  });
}

main();
