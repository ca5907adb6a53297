import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

// Functions that look what they got turn each into seconds in its own way.
function early(at: Date | number | string) {
  if (typeof at === "number") return at;
  if (at instanceof Date) return Math.floor(at.getTime() / 1000);
  return Math.floor(Date.parse(at) / 1000);
}
function guarded(at: any) {
  if (!(at instanceof Date)) return at;
  return Math.floor(at.getTime() / 1000);
}
const chosen = (at: any) => (at instanceof Date ? Math.floor(at.getTime() / 1000) : at);
const asked = (at: any) => (isDate(at) ? Math.floor(at.getTime() / 1000) : at);
function switched(at: any) {
  switch (typeof at) {
    case "number":
      return at;
    default:
      return Math.floor(at.getTime() / 1000);
  }
}
const named = ({ at }: { at: any }) => (typeof at === "object" ? Math.floor(at.getTime() / 1000) : at);
const inside = (options: { at: any }) => ({
  seen_at: options.at instanceof Date ? Math.floor(options.at.getTime() / 1000) : options.at,
});

function seconds(attributes: Record<string, any>) {
  for (const key in attributes) attributes[key] = early(attributes[key]);
  return cio.identify("42", attributes);
}

// This one only looks whether there is anything.
const passed = (at?: Date) => (at ? at : undefined);

export async function all(id: string) {
  await cio.identify(id, { seen_at: early(new Date()) });
  await cio.identify(id, { seen_at: guarded(new Date()) });
  await cio.identify(id, { seen_at: chosen(new Date()) });
  await cio.identify(id, { seen_at: asked(new Date()) });
  await cio.identify(id, { seen_at: switched(new Date()) });
  await cio.identify(id, { seen_at: named({ at: new Date() }) });
  await cio.identify(id, inside({ at: new Date() }));
  await seconds({ created_at: new Date() });
  await cio.identify(id, { seen_at: passed(new Date()) });
//                                  ^^^^^^^^^^^^^^^^^^ warning[timestamp-not-unix]: `seen_at` is a `Date`
}
declare function isDate(value: unknown): boolean;
