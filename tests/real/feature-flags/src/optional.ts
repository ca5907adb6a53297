import { TrackClient } from "customerio-node";
import { log } from "./log";

const siteId = process.env.CIO_SITE_ID;
const apiKey = process.env.CIO_TRACK_KEY;
const cio = siteId && apiKey ? new TrackClient(siteId, apiKey) : null;

export async function track(id: string, name: string, data: Record<string, unknown> = {}) {
  if (!cio) {
    log.debug("Customer.io is off", { id, name });
    return;
  }
  await cio.track(id, { name, data });
}

export const fireAndForget = (id: string, name: string) => void track(id, name).catch((error) => log.warn(error)); // call

export function planted(id: string) {
  cio?.track(id, { name: "planted" }); // floating-promise
}
