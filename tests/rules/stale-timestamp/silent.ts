import { TrackClient } from "customerio-node";
import { retried } from "./retry";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const now = Math.floor(Date.now() / 1000);
const STARTED_AT = Math.floor(Date.now() / 1000);
const LAUNCH = 1700000000;
const nowSeconds = () => Math.floor(Date.now() / 1000);
const cutoff = Math.floor(Date.now() / 1000) - 86400;
let current = Math.floor(Date.now() / 1000);
setInterval(() => {
  current = Math.floor(Date.now() / 1000);
}, 1000);

// A clock that is read in time, a fixed date, what is kept up to date, and the time of the start.
export async function fine(id: string, user: { createdAt: number }, at = Math.floor(Date.now() / 1000)) {
  await cio.identify(id, { created_at: nowSeconds() });
  await cio.identify(id, { created_at: at });
  await cio.identify(id, { created_at: current });
  await cio.identify(id, { created_at: LAUNCH });
  await cio.identify(id, { server_up_since: STARTED_AT });
  await cio.identify(id, { created_at: Math.max(user.createdAt, cutoff) });
  if (user.createdAt < cutoff) {
    await cio.identify(id, { inactive: true });
  }
  const fresh = Math.floor(Date.now() / 1000);
  await cio.identify(id, { created_at: Math.random() > 0.5 ? fresh : now });
}

export class Session {
  private readonly opened = Math.floor(Date.now() / 1000);

  async close(id: string) {
    await cio.identify(id, { session_opened_at: this.opened });
  }
}
//- /src/script.ts
import { TrackClient } from "customerio-node";
import { createReadStream } from "node:fs";
import https from "node:https";
import { run, withDatabase } from "./run";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const now = Math.floor(Date.now() / 1000);

// Scripts: all of this runs right after the start.
await cio.identify("1", { imported_at: now });
for (const id of ["2", "3"]) {
  await cio.identify(id, { imported_at: now });
}
await Promise.all(["4", "5"].map((id) => cio.identify(id, { imported_at: now })));

(async () => {
  await cio.identify("6", { imported_at: now });
})();

async function main() {
  await step("7");
  await withDatabase(async () => {
    await cio.identify("8", { imported_at: now });
  });
}

async function step(id: string) {
  await cio.identify(id, { imported_at: now });
}

main().catch(console.error);

class Import {
  async run() {
    await cio.identify("9", { imported_at: now });
  }
}
await new Import().run();

async function byName() {
  await cio.identify("10", { imported_at: now });
}
run(byName);
run(async () => {
  await cio.identify("11", { imported_at: now });
});
createReadStream("people.csv").on("data", async (row: { id: string }) => {
  await cio.identify(row.id, { imported_at: now });
});
https.get("https://shop.example/people", async () => {
  await cio.identify("13", { imported_at: now });
});
const done = await withDatabase(async () => cio.identify("12", { imported_at: now }));
console.log(done);
//- /src/cio.test.ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient("site", "key");
const now = Math.floor(Date.now() / 1000);

describe("cio", () => {
  it("identifies", async () => {
    await cio.identify("1", { created_at: now });
  });
});
//- /src/mocked.ts
import { TrackClient } from "customerio-node";

jest.mock("customerio-node");
const cio = new TrackClient("site", "key");
const now = Math.floor(Date.now() / 1000);

export async function send(id: string) {
  await cio.identify(id, { created_at: now });
}
