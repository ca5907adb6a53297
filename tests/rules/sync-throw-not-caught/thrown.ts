import { APIClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
type User = { id: string; device?: { token: string } };

export function optional(user?: User) {
  cio.track(user?.id, { name: "logged_in" }).catch(console.error);
//          ^^^^^^^^ hint[sync-throw-not-caught]: `track` throws "customerId is required" synchronously, before `.catch()` is attached
}

export const fallback = (user: User | undefined, token = "") => {
  return cio.addDevice(user!.id, user?.device?.token ?? token, "ios").catch(() => -1);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[sync-throw-not-caught]: `addDevice` throws "device_id is required" synchronously, before `.catch()` is attached
};

export class Accounts {
  close(user?: User) {
    cio.destroy(user?.id ?? "").then(() => console.log("closed"), console.error);
//              ^^^^^^^^^^^^^^ hint[sync-throw-not-caught]: this id may be missing, and `.catch()` does not handle that
  }

  merge(user?: User) {
    try {
      return cio.mergeCustomers("id", user!.id, "id", (user?.device)?.token).catch(console.error);
//                                                    ^^^^^^^^^^^^^^^^^^^^^ hint[sync-throw-not-caught]: `mergeCustomers` throws "secondaryId is required" synchronously, before `.catch()` is attached
    } finally {
      console.log("merged");
    }
  }
}

// The SDK does not look at it.
export function broadcast() {
  api.triggerBroadcast(process.env.BROADCAST_ID, {}, { ids: ["1"] }).catch(console.error);
}

if (process.argv[2]) {
  cio.identify(process.env.WHO, {}).catch(console.error);
//             ^^^^^^^^^^^^^^^ hint[sync-throw-not-caught]: this id may be missing, and `.catch()` does not handle that
}
