// By the ways that a value takes to a client.
import { APIClient, TrackClient } from "customerio-node";
import config from "./config";

const { CIO_KEY = process.env.CIO_APP_KEY! } = process.env;
const isLive = process.env.NODE_ENV === "production";

export const a = new APIClient(CIO_KEY);
export const b = new APIClient(isLive ? process.env.CIO_APP_KEY! : process.env.CIO_APP_KEY!);
export const c = new APIClient(config.mail.key);
export class Service {
  private readonly client: TrackClient;

  constructor() {
    const key = process.env.CIO_TRACK_API_KEY!;
    this.client = new TrackClient(process.env.CIO_SITE_ID as string, key as string);
  }
  get() {
    return this.client;
  }
}
//- /src/config.ts
export default { mail: { key: process.env.CIO_MAIL_KEY || "c39f3c7a0d2e4856b19f3c7a0d2e4856" } };
