import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function unsubscribe(id: string) {
  await cio.suppress(id);
  //    ^^^^^^^^^^^^ warning[suppress-as-unsubscribe]: on `unsubscribe`, `suppress` deletes the person permanently
}

export const handlers = {
  onEmailBounced: (id: string) => cio.suppress(id),
  //                              ^^^^^^^^^^^^ warning[suppress-as-unsubscribe]
};

export class Webhooks {
  async optedOut(id: string) {
    await block(id);
    //    ^^^^^ warning[suppress-as-unsubscribe]
  }
}

function block(id: string) {
  return cio.suppress(id);
}
