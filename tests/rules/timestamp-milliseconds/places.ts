//@ floating-promise.severity = off
// Wherever the call stands.
import { TrackClient } from "customerio-node";
import { retry, queue, waitUntil } from "./helpers";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export const handlers = {
  async signedUp(id: string) {
    await retry(() => cio.identify(id, { created_at: Date.now() }), { attempts: 3 });
//                                                   ^^^^^^^^^^ error[timestamp-milliseconds]
    waitUntil(cio.identify(id, { created_at: Date.now() }));
//                                           ^^^^^^^^^^ error[timestamp-milliseconds]
    void cio.identify(id, { created_at: Date.now() }).catch(console.error);
//                                      ^^^^^^^^^^ error[timestamp-milliseconds]
    queue.process("SignedUp", async function (job: { id: string }) {
      return cio.identify(job.id, { created_at: Date.now() });
//                                              ^^^^^^^^^^ error[timestamp-milliseconds]
    });
  },
  many: (ids: string[]) => {
    for (const id of ids) {
      try {
        if (id) cio.identify(id, { created_at: Date.now() });
//                                             ^^^^^^^^^^ error[timestamp-milliseconds]
        else cio.identify(`new-${id}`, { created_at: Date.now() });
//                                                   ^^^^^^^^^^ error[timestamp-milliseconds]
      } finally {
        switch (id) {
          case "1":
            cio.identify(id, { created_at: Date.now() });
//                                         ^^^^^^^^^^ error[timestamp-milliseconds]
        }
      }
    }
    ids.forEach((id) => cio.identify(id, { created_at: Date.now() }));
//                                                     ^^^^^^^^^^ error[timestamp-milliseconds]
  },
};

export default function* generator(id: string) {
  yield cio.identify(id, { created_at: Date.now() });
//                                     ^^^^^^^^^^ error[timestamp-milliseconds]
}
