import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

type Session = { user?: { id: string; plan?: string } };

export async function found(session?: Session) {
  await cio.track(session?.user?.id, {
    //            ^^^^^^^^^^^^^^^^^ hint[possibly-undefined-id]
    name: "renewed",
    data: { plan: session?.user?.plan },
  });
  const done = await cio.track((session as Session).user?.id, { name: "left" });
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[possibly-undefined-id]
  return done;
}

export async function commented(session?: Session) {
  await cio.suppress(session?.user?.id); // for good
//                   ^^^^^^^^^^^^^^^^^ hint[possibly-undefined-id]
}
