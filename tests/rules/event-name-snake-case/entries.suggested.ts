import { TrackClient } from "customerio-node";

const clients = {
  us: new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!),
};
const names = { signup: "signed_up", leave: "user_left" };

export async function run(id: string) {
  await Promise.all(Object.entries(clients).map(([region, client]) => client.track(id, { name: "moved_away", data: { region } })));
  await Promise.all(Object.entries(names).map(([key, name]) => clients.us.track(`${id}-${key}`, { name })));
  for (const [key, name] of Object.entries(names)) {
    await clients.us.track(`${id}-${key}`, { name });
  }
  await Promise.all(Object.entries(names).map(([name]) => clients.us.track(id, { name })));
  await Promise.all(Object.keys(names).map((name) => clients.us.track(id, { name })));
}
