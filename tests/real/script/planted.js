const { TrackClient } = require("customerio-node");
const cio = new TrackClient(process.env.CIO_SITE_ID, process.env.CIO_TRACK_KEY);

async function main(users) {
  users.forEach(async (user) => {
    await cio.identify(user.id, { email: user.email, migrated_at: new Date().getTime() }); // timestamp-milliseconds floating-promise
  });
  console.log("done");
}
main(require("./users.json")); // call
