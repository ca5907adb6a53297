//@ retry-non-retryable.severity = off
// Functions of the project that hand on the promise of a call, and functions that drop it.
import { dropping, safely, seen } from "./analytics";
import { events } from "./events";
import { retried } from "./retried";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function visit(id: string) {
  seen(id);
//^^^^ warning[floating-promise]: the promise of `seen` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  await seen(id);
  void seen(id);
  seen(id).catch(console.error);
  events.placed(id);
//^^^^^^^^^^^^^ warning[floating-promise]: the promise of `placed` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  await events.placed(id);
  events.noted(id);
  safely(id);
  await dropping(id);
  retried(() => cio.suppress(id));
//              ^^^^^^^^^^^^ warning[floating-promise]: the promise chain that starts with `suppress` is never awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  await retried(() => cio.suppress(id));
  await noteLocally(id);
  try {
    seen(id);
//  ^^^^ warning[floating-promise]: the promise of `seen` is not awaited: this `try` cannot catch a failed request, and the unhandled rejection ends the process on Node 15 and newer
  } catch {
    console.error(id);
  }
}

async function noteLocally(id: string) {
  cio.track(id, { name: "noted" });
//^^^^^^^^^ warning[floating-promise]: the promise of `track` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
}

async function main() {
  await seen("1");
}

main();
//- /src/analytics.ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function seen(id: string) {
  await cio.track(id, { name: "seen" });
}

export async function safely(id: string) {
  try {
    await cio.track(id, { name: "seen" });
  } catch (error) {
    console.error(error);
  }
}

export function dropping(id: string) {
  cio.track(id, { name: "seen" });
//^^^^^^^^^ warning[floating-promise]: the promise of `track` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
}
//- /src/events.ts
import type { TrackClient } from "customerio-node";
import { seen } from "./analytics";

class Events {
  constructor(private readonly client: TrackClient) {}

  placed(id: string) {
    return this.forward(id, "order_placed");
  }

  noted(id: string) {
    return seen(id).catch(console.error);
  }

  private async forward(id: string, name: string) {
    try {
      return await this.client.track(id, { name });
    } catch (error) {
      throw new Error("not tracked", { cause: error });
    }
  }
}

export declare const client: TrackClient;
export const events = new Events(client);
//- /src/retried.ts
export async function retried<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt > 2) throw error;
    }
  }
}
