import { send } from "./events";

export async function all(user: { id: string; email: string; plan: string }) {
  await send(user.id, `invited ${user.email}`);
  //                  ^^^^^^^^^^^^^^^^^^^^^^^ warning[pii-in-event-name]: `user.email` puts personal data into the event's name
  await send(user.id, "invited");
  await send(user.email, "invited_by_email");
}
//- /src/events.ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export function send(id: string, name: string) {
  return cio.track(id, { name, data: {} });
}
