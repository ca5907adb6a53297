// Objects that a `reduce` puts together.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
type Row = { key: string; value: string };

export async function found(id: string, rows: Row[]) {
  const written = rows.reduce((all, row) => {
    all[row.key] = row.value;
    all.synced_at = Date.now();
    return all;
  }, {} as Record<string, unknown>);
  await cio.identify(id, written);
  //                     ^^^^^^^ warning[timestamp-milliseconds]: `synced_at` is in milliseconds
  const spread = rows.reduce((all, row) => ({ ...all, [row.key]: row.value, synced_at: Date.now() }), {});
  await cio.identify(id, spread);
  //                     ^^^^^^ warning[timestamp-milliseconds]: `synced_at` is in milliseconds
  const begun = rows.reduce<Record<string, unknown>>((all, row) => Object.assign(all, { [row.key]: row.value }), {
    created_at: Date.now(),
  });
  await cio.identify(id, begun);
  //                     ^^^^^ warning[timestamp-milliseconds]: `created_at` is in milliseconds
}

export async function right(id: string, rows: Row[]) {
  const written = rows.reduce((all, row) => {
    all[row.key] = row.value;
    all.synced_at = Math.floor(Date.now() / 1000);
    return all;
  }, {} as Record<string, unknown>);
  await cio.identify(id, written);
  const counted = rows.reduce((all, row) => ({ ...all, [row.key]: (all[row.key] ?? 0) + 1 }), {} as Record<string, number>);
  await cio.identify(id, counted);
  const grouped = rows.reduce((all, row) => (row.value ? { ...all, [row.key]: row.value } : all), { email: "a@example.com" });
  await cio.identify(id, grouped);
  const last = rows.reduce((all, row) => row, { key: "", value: "" });
  await cio.identify(id, { last: last.key });
}
