import { cio, track } from "@/lib/customerio";
import * as analytics from "./lib";
import { Analytics, analytics as shared } from "./lib/service";
import { nowMs, nowSeconds, LAUNCHED } from "./time";

export async function signUp(id: string) {
  await cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
  await cio.identify(id, { created_at: nowSeconds() });
  await cio.identify(id, { created_at: Math.floor(nowMs() / 1000) });
  await cio.identify(id, { created_at: Math.floor(LAUNCHED / 1000) });
  await track(id, "signed_up", {}, Math.floor(Date.now() / 1000));
  await track(id, "signed_up", {}, nowSeconds());
  await track(id, "signed_up");
  await analytics.track(id, "signed_up", {}, Math.floor(Date.now() / 1000));
  const at = Math.floor(Date.now() / 1000);
  await analytics.default(id, { at });
  const options = { at: Math.floor(Date.now() / 1000) };
  await analytics.default(id, options);
  await new Analytics(cio).seen(id, Math.floor(Date.now() / 1000));
  await shared.seen(id, Math.floor(Date.now() / 1000));
  await shared.seen(id, nowSeconds());
}

export class SignUps {
  constructor(private readonly analytics: Analytics) {}

  async done(id: string) {
    await this.analytics.seen(id, Math.floor(Date.now() / 1000));
  }
}
//- /src/lib/customerio.ts
import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function track(id: string, name: string, data: Record<string, unknown> = {}, timestamp?: number) {
  return retried(() => cio.track(id, { name, data, timestamp }));
}

async function retried<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch {
    return run();
  }
}

export default async (id: string, { at, ...rest }: { at?: number }) => {
  await cio.identify(id, { ...rest, created_at: at });
};
//- /src/lib/index.ts
export { default } from "./customerio";
export * from "./customerio";
export * from "./index";
//- /src/lib/service.ts
import type { TrackClient } from "customerio-node";
import { cio } from ".";

export class Analytics {
  constructor(private client: TrackClient) {}

  async seen(id: string, at: number) {
    await this.forward(id, at);
  }

  private forward(id: string, at: number) {
    return this.client.identify(id, { last_seen_at: at });
  }
}

export const analytics = new Analytics(cio);
//- /src/time.ts
export const nowMs = () => Date.now();
export function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
export const LAUNCHED = 1700000000000;
