import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

interface User {
  id: string;
  joined: Date;
  seen?: Date;
}

// A string of something that may be missing says "undefined" then, and a number cannot: the fix is for review.
export async function strings(user: User) {
  await cio.identify(user.id, { seen_at: Math.floor(Number(String(user.seen?.getTime())) / 1000) });
  await cio.identify(user.id, { seen_at: Math.floor(Number(`${user.seen?.getTime()}`) / 1000) });
  const said = Math.floor(Number(String(user.seen?.getTime())) / 1000);
  await cio.identify(user.id, { seen_at: said });
}

// What is there is only said in another way.
export async function there(user: User) {
  await cio.identify(user.id, { joined_at: Math.floor(Number(String(user.joined.getTime())) / 1000) });
  await cio.identify(user.id, { joined_at: Math.floor(Number(`${user.joined.getTime()}`) / 1000) });
}
