import { TrackClient } from "customerio-node";
import { toSeconds } from "./dates";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

// A date that other code replaces before it is sent.
export async function converted(id: string) {
  const handed: any = { created_at: new Date(), plan: "pro" };
  toSeconds(handed);
  await cio.identify(id, handed);

  const walked: any = { created_at: new Date(), plan: "pro" };
  for (const key of Object.keys(walked)) {
    if (walked[key] instanceof Date) walked[key] = Math.floor(walked[key].getTime() / 1000);
  }
  await cio.identify(id, walked);

  const entries: any = { created_at: new Date() };
  for (const [key, value] of Object.entries(entries)) {
    if (value instanceof Date) entries[key] = Math.floor(value.getTime() / 1000);
  }
  await cio.identify(id, entries);

  const own: any = { created_at: new Date() };
  inSeconds(own);
  await cio.identify(id, own);

  const deleted: any = { created_at: new Date(), plan: "pro" };
  delete deleted.created_at;
  await cio.identify(id, deleted);

  const replaced: any = { created_at: new Date() };
  Object.assign(replaced, { created_at: Math.floor(Date.now() / 1000) });
  await cio.identify(id, replaced);
}

function inSeconds(attributes: any) {
  attributes.created_at = Math.floor(attributes.created_at.getTime() / 1000);
}

class Profile {
  private readonly attributes = { created_at: new Date() as any };
  settle() {
    this.attributes.created_at = Math.floor(this.attributes.created_at.getTime() / 1000);
  }
  send(id: string) {
    return cio.identify(id, this.attributes);
  }
}
export const profile = new Profile();

// One that nobody replaces.
export async function kept(id: string, extra: Record<string, string>) {
  const more: any = { created_at: Math.floor(Date.now() / 1000) };
  for (const key in extra) more[key] = extra[key];
  await cio.identify(id, more);
  const assigned = Object.assign({ plan: "pro" }, { created_at: Math.floor(Date.now() / 1000) });
  await cio.identify(id, assigned);
}
