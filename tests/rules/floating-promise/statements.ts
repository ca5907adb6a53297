// Calls that are statements of their own.
import { APIClient, PipelinesClient, SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const pipelines = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
let maybe: TrackClient | undefined;
const getClient = () => cio;

export async function inAsync(id: string, method: "track" | "identify") {
  cio.track(id, { name: "seen" });
//^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `track`
  (cio.track(id, { name: "seen" }));
// ^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `track`
  getClient().track(id, { name: "seen" });
//^^^^^^^^^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `track`
  maybe?.suppress(id);
//^^^^^^^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `suppress`
  cio["track"](id, { name: "seen" });
//^^^^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `track`
  cio[method](id, { name: "seen" });
//^^^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of this call
  api.sendEmail(
//^^^^^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `sendEmail`
    new SendEmailRequest({ transactional_message_id: 3, to: "a@example.com", identifiers: { id } }),
  );
  pipelines.track({ userId: id, event: "Seen" });
//^^^^^^^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `track`
  if (id) cio.destroy(id);
//        ^^^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `destroy`
  id && cio.destroy(id);
//      ^^^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `destroy`
  id ? cio.suppress(id) : cio.unsuppress(id);
//     ^^^^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `suppress`
//                        ^^^^^^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `unsuppress`
  cio.suppress(id), await cio.destroy(id);
//^^^^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `suppress`
  const unread = cio.track(id, { name: "seen" });
//               ^^^^^^^^^ warning[floating-promise]: the promise of `track` goes into `unread`, which nobody reads
  console.log(cio.track(id, { name: "seen" }));
//            ^^^^^^^^^ warning[floating-promise]: the promise of `track` is written to the console, and nobody waits for it
  const logged = cio.track(id, { name: "seen" });
//               ^^^^^^^^^ warning[floating-promise]: the promise of `track` is written to the console, and nobody waits for it
  console.log("tracked", logged);
  let written;
  written = cio.track(id, { name: "seen" });
//          ^^^^^^^^^ warning[floating-promise]: the promise of `track` goes into `written`, which nobody reads
  while (method) {
    cio.deleteDevice(id, "token");
//  ^^^^^^^^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `deleteDevice`
  }
}

export function inPlain(id: string) {
  cio.track(id, { name: "seen" });
//^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `track`
}

export const inArrow = (id: string) => {
  cio.track(id, { name: "seen" });
//^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `track`
};

export function inAnnotated(id: string): void {
  cio.track(id, { name: "seen" });
//^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `track`
}

export function inTheMiddle(id: string) {
  cio.track(id, { name: "seen" });
//^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `track`
  return id;
}

export class Accounts {
  constructor(id: string) {
    cio.identify(id);
//  ^^^^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `identify`
  }

  set id(id: string) {
    cio.identify(id);
//  ^^^^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `identify`
  }

  static async close(id: string) {
    try {
      cio.destroy(id);
//    ^^^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `destroy`
    } catch (error) {
      console.error(error);
    }
  }

  private open(id: string) {
    try {
      cio.identify(id);
//    ^^^^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `identify`
    } finally {
      cio.unsuppress(id);
//    ^^^^^^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `unsuppress`
    }
  }
}
