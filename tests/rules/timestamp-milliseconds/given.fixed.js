// A parameter that says nothing by a type is what the calls in the file give, if they agree.
import { TrackClient } from "customerio-node";

const client = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);

async function sync(cio, user) {
  await cio.identify(user.id, { last_login_at: Math.floor(Date.now() / 1000) });
}
const login = async ({ tracker, user }) => {
  await tracker.identify(user.id, { last_login_at: Math.floor(Date.now() / 1000) });
};
async function walk(cio, users) {
  await cio.identify(users[0].id, { last_login_at: Math.floor(Date.now() / 1000) });
  await walk(cio, users.slice(1));
}

// Calls that give other things leave it unknown, and so do those that give nothing known.
function mixed(cio) {
  cio.identify("1", { last_login_at: Date.now() });
}
function unknown(cio) {
  cio.identify("1", { last_login_at: Date.now() });
}
function segment(analytics) {
  analytics.identify("1", { last_login_at: Date.now() });
}

export async function main(users, other) {
  for (const user of users) {
    await sync(client, user);
    await login({ tracker: client, user });
  }
  await walk(client, users);
  mixed(client);
  mixed({ identify() {} });
  unknown(other);
  segment(new Analytics({ writeKey: "x" }));
}
