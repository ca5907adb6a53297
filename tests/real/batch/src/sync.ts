import { IdentifierType, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);
type Row = { id: string; email: string; seen: Date | null };

export async function sync(rows: Row[]) {
  for (let at = 0; at < rows.length; at += 500) {
    const operations = rows.slice(at, at + 500).map((row) => ({
      type: "person",
      action: "identify",
      identifiers: { id: row.id },
      attributes: { email: row.email, last_seen_at: row.seen ? Math.floor(row.seen.getTime() / 1000) : undefined },
    }));
    const result = await cio.batch(operations);
    const errors = result?.errors ?? [];
    if (errors.length > 0) console.warn(`${errors.length} operations failed`, errors);
  }
}

export const merge = (keep: string, drop: string) =>
  cio.mergeCustomers(IdentifierType.Id, keep, IdentifierType.Id, drop);
