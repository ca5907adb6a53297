// Calls that are statements of their own.
import { APIClient, PipelinesClient, SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const pipelines = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
let maybe: TrackClient | undefined;
const getClient = () => cio;

export async function inAsync(id: string, method: "track" | "identify") {
  cio.track(id, { name: "seen" });
//^^^^^^^^^ warning[floating-promise]: the promise of `track` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  (cio.track(id, { name: "seen" }));
// ^^^^^^^^^ warning[floating-promise]: the promise of `track` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  getClient().track(id, { name: "seen" });
//^^^^^^^^^^^^^^^^^ warning[floating-promise]: the promise of `track` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  maybe?.suppress(id);
//^^^^^^^^^^^^^^^ warning[floating-promise]: the promise of `suppress` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  cio["track"](id, { name: "seen" });
//^^^^^^^^^^^^ warning[floating-promise]: the promise of `track` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  cio[method](id, { name: "seen" });
//^^^^^^^^^^^ warning[floating-promise]: the promise of this call is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  api.sendEmail(
//^^^^^^^^^^^^^ warning[floating-promise]: the promise of `sendEmail` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
    new SendEmailRequest({ transactional_message_id: 3, to: "a@example.com", identifiers: { id } }),
  );
  pipelines.track({ userId: id, event: "seen" });
//^^^^^^^^^^^^^^^ warning[floating-promise]: the promise of `track` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  if (id) cio.destroy(id);
//        ^^^^^^^^^^^ warning[floating-promise]: the promise of `destroy` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  id && cio.destroy(id);
//      ^^^^^^^^^^^ warning[floating-promise]: the promise of `destroy` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  id ? cio.suppress(id) : cio.unsuppress(id);
//     ^^^^^^^^^^^^ warning[floating-promise]: the promise of `suppress` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
//                        ^^^^^^^^^^^^^^ warning[floating-promise]: the promise of `unsuppress` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  cio.suppress(id), await cio.destroy(id);
//^^^^^^^^^^^^ warning[floating-promise]: the promise of `suppress` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  const unread = cio.track(id, { name: "seen" });
//               ^^^^^^^^^ warning[floating-promise]: the promise of `track` is stored in `unread`, which is never read: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  console.log(cio.track(id, { name: "seen" }));
//            ^^^^^^^^^ warning[floating-promise]: the promise of `track` is logged, not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  const logged = cio.track(id, { name: "seen" });
//               ^^^^^^^^^ warning[floating-promise]: the promise of `track` is logged, not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  console.log("tracked", logged);
  let written;
  written = cio.track(id, { name: "seen" });
//          ^^^^^^^^^ warning[floating-promise]: the promise of `track` is stored in `written`, which is never read: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  while (method) {
    cio.deleteDevice(id, "token");
//  ^^^^^^^^^^^^^^^^ warning[floating-promise]: the promise of `deleteDevice` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  }
}

export function inPlain(id: string) {
  cio.track(id, { name: "seen" });
//^^^^^^^^^ warning[floating-promise]: the promise of `track` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
}

export const inArrow = (id: string) => {
  cio.track(id, { name: "seen" });
//^^^^^^^^^ warning[floating-promise]: the promise of `track` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
};

export function inAnnotated(id: string): void {
  cio.track(id, { name: "seen" });
//^^^^^^^^^ warning[floating-promise]: the promise of `track` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
}

export function inTheMiddle(id: string) {
  cio.track(id, { name: "seen" });
//^^^^^^^^^ warning[floating-promise]: the promise of `track` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  return id;
}

export class Accounts {
  constructor(id: string) {
    cio.identify(id);
//  ^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  }

  set id(id: string) {
    cio.identify(id);
//  ^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  }

  static async close(id: string) {
    try {
      cio.destroy(id);
//    ^^^^^^^^^^^ warning[floating-promise]: the promise of `destroy` is not awaited: this `try` cannot catch a failed request, and the unhandled rejection ends the process on Node 15 and newer
    } catch (error) {
      console.error(error);
    }
  }

  private open(id: string) {
    try {
      cio.identify(id);
//    ^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
    } finally {
      cio.unsuppress(id);
//    ^^^^^^^^^^^^^^ warning[floating-promise]: the promise of `unsuppress` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
    }
  }
}
