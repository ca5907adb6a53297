import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

interface User {
  id: string;
  name: string;
  email: string;
  phone: string;
}

export async function all(user: User) {
  await cio.track(user.id, { name: `signup ${user.email}` });
  //                               ^^^^^^^^^^^^^^^^^^^^^^ warning[pii-in-event-name]: `user.email` puts personal data into the event's name
  await cio.track(user.id, { name: "called_" + user.phone, data: { by: "us" } });
  //                               ^^^^^^^^^^^^^^^^^^^^^^ warning[pii-in-event-name]
  await cio.track(user.id, { name: `${user.name.toLowerCase()} joined` });
  //                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[pii-in-event-name]
  await cio.track(user.id, { name: `mail_${user.email}_${user.id}` });
  //                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[pii-in-event-name]
}
