import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function empty(id: string) {
  try {
    await cio.track(id, { name: "seen" });
  } catch (err) {
//  ^^^^^ hint[auth-error-swallowed]: every error of the SDK is swallowed here: with a wrong key (401, 403) every request fails silently
    // Never mind.
  }
  try {
    await cio.identify(id, {});
  } catch {
//  ^^^^^ hint[auth-error-swallowed]: every error of the SDK is swallowed here: with a wrong key (401, 403) every request fails silently
    return false;
  }
}

export const nothing = (id: string) => cio.destroy(id).catch(() => null);
//                                                           ^^^^^^^^^^ hint[auth-error-swallowed]: every error of the SDK is swallowed here: with a wrong key (401, 403) every request fails silently
export const less = (id: string) => cio.destroy(id).catch(() => {});
//                                                        ^^^^^^^^ hint[auth-error-swallowed]: every error of the SDK is swallowed here: with a wrong key (401, 403) every request fails silently
export const least = (id: string) => cio.destroy(id).then(() => true, () => undefined);
//                                                                    ^^^^^^^^^^^^^^^ hint[auth-error-swallowed]: every error of the SDK is swallowed here: with a wrong key (401, 403) every request fails silently

async function safely<T>(fn: () => Promise<T>) {
  try {
    return await fn();
  } catch {
//  ^^^^^ hint[auth-error-swallowed]: every error of the SDK is swallowed here: with a wrong key (401, 403) every request fails silently
    return null;
  }
}
await safely(() => cio.destroy("1"));
