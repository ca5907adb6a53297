//@ floating-promise.severity = off
// Wherever the call stands.
import { TrackClient } from "customerio-node";
import { retry, queue, waitUntil } from "./helpers";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export const handlers = {
  async signedUp(id: string) {
    await retry(() => cio.identify(id, { created_at: Math.floor(Date.now() / 1000) }), { attempts: 3 });
    waitUntil(cio.identify(id, { created_at: Math.floor(Date.now() / 1000) }));
    void cio.identify(id, { created_at: Math.floor(Date.now() / 1000) }).catch(console.error);
    queue.process("SignedUp", async function (job: { id: string }) {
      return cio.identify(job.id, { created_at: Math.floor(Date.now() / 1000) });
    });
  },
  many: (ids: string[]) => {
    for (const id of ids) {
      try {
        if (id) cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
        else cio.identify(`new-${id}`, { created_at: Math.floor(Date.now() / 1000) });
      } finally {
        switch (id) {
          case "1":
            cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
        }
      }
    }
    ids.forEach((id) => cio.identify(id, { created_at: Math.floor(Date.now() / 1000) }));
  },
};

export default function* generator(id: string) {
  yield cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
}
