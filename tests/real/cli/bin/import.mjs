#!/usr/bin/env node
import { createReadStream } from "node:fs";
import { parseArgs } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";
import { parse } from "csv-parse";
import { RegionEU, RegionUS, TrackClient } from "customerio-node";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { region: { type: "string", default: "us" }, "dry-run": { type: "boolean", default: false } },
});
const region = values.region === "eu" ? RegionEU : RegionUS;
const cio = new TrackClient(process.env.CIO_SITE_ID, process.env.CIO_TRACK_KEY, { region });

let sent = 0;
for await (const row of createReadStream(positionals[0]).pipe(parse({ columns: true }))) {
  if (!row.id) continue;
  if (values["dry-run"]) {
    console.log(row.id);
    continue;
  }
  await cio.identify(row.id, { email: row.email, created_at: Number.parseInt(row.created_unix, 10) });
  sent += 1;
  if (sent % 100 === 0) await sleep(1000);
}
console.log(`${sent} people`);
