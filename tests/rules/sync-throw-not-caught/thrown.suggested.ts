import { APIClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
type User = { id: string; device?: { token: string } };

export function optional(user?: User) {
  Promise.resolve().then(() => cio.track(user?.id, { name: "logged_in" })).catch(console.error);
}

export const fallback = (user: User | undefined, token = "") => {
  return Promise.resolve().then(() => cio.addDevice(user!.id, user?.device?.token ?? token, "ios")).catch(() => -1);
};

export class Accounts {
  close(user?: User) {
    Promise.resolve().then(() => cio.destroy(user?.id ?? "")).then(() => console.log("closed"), console.error);
  }

  merge(user?: User) {
    try {
      return Promise.resolve().then(() => cio.mergeCustomers("id", user!.id, "id", (user?.device)?.token)).catch(console.error);
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
  Promise.resolve().then(() => cio.identify(process.env.WHO, {})).catch(console.error);
}
