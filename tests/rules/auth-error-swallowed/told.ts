import { log } from "./log";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function told(id: string) {
  let failed = false;
  try {
    await cio.track(id, { name: "seen" });
  } catch {
    failed = true;
  }
  try {
    await cio.identify(id, {});
  } catch {
    return "failed";
  }
  try {
    await cio.destroy(id);
  } catch (err: any) {
    if (err.statusCode !== 404) throw err;
  }
  return failed;
}

export async function mixed(id: string) {
  try {
    await fetch(`https://example.com/${id}`);
    await cio.identify(id, {});
  } catch {}
}

export const logged = (id: string) => cio.destroy(id).catch(() => log("failed"));
export const given = (id: string) => cio.destroy(id).catch(log);
export const read = (id: string) => cio.destroy(id).catch((err) => err.statusCode);

// Not waited for: nothing comes here.
export function left(id: string) {
  try {
    return cio.destroy(id);
  } catch {}
}
