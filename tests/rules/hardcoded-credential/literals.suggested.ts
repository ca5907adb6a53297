// Made up, all of them.
import { APIClient, PipelinesClient, TrackClient } from "customerio-node";
import { keys } from "./keys";

const SITE = "7c1d0e9fa2b35864d7c1";
const inline = "b19f3c7a0d2e4856b19f3c7a0d2e4856";

export const a = new TrackClient(SITE, process.env.CUSTOMER_IO_TRACK_API_KEY!);
export const b = new APIClient(process.env.CUSTOMER_IO_APP_API_KEY!);
export const c = new APIClient(process.env.CUSTOMER_IO_KEY?.trim()!);
export const d = new PipelinesClient(process.env.CUSTOMER_IO_PIPELINES_WRITE_KEY!);
export const e = new TrackClient(SITE, keys.track);
export class Mail {
  private readonly api = new APIClient(process.env.CUSTOMER_IO_KEY!);
  send() {
    return this.api;
  }
}
//- /src/keys.ts
export const keys = { track: "f7f0c3d91b2e4f586a7f" };
