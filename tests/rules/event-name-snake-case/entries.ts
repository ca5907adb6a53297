import { TrackClient } from "customerio-node";

const clients = {
  us: new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!),
};
const names = { signup: "Signed Up", leave: "user_left" };

export async function run(id: string) {
  await Promise.all(Object.entries(clients).map(([region, client]) => client.track(id, { name: "Moved Away", data: { region } })));
  //                                                                                           ^^^^^^^^^^^^ info[event-name-snake-case]: event name `Moved Away` is not in snake_case
  await Promise.all(Object.entries(names).map(([key, name]) => clients.us.track(`${id}-${key}`, { name })));
  //                                                                                              ^^^^ info[event-name-snake-case]: event name `Signed Up` is not in snake_case
  for (const [key, name] of Object.entries(names)) {
    await clients.us.track(`${id}-${key}`, { name });
    //                                       ^^^^ info[event-name-snake-case]: event name `Signed Up` is not in snake_case
  }
  await Promise.all(Object.entries(names).map(([name]) => clients.us.track(id, { name })));
  await Promise.all(Object.keys(names).map((name) => clients.us.track(id, { name })));
}
