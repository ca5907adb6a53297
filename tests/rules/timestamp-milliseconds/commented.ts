import { TrackClient } from "customerio-node";

/**
 * Signs a person up: `cio.identify(id, { created_at: Date.now() })`.
 * @example
 * cio.identify("42", { created_at: Date.now() });
 */
export function signUp(cio: TrackClient, id: string) {
  // return cio.identify(id, { created_at: Date.now() });
  /* cio.track(id, { name: "SignedUp", timestamp: Date.now() }); */
  const text = `cio.identify(id, { created_at: ${Date.now()} })`;
  return cio.identify(id, { note: text, created_at: /* Date.now() */ Math.floor(Date.now() / 1000) });
}
