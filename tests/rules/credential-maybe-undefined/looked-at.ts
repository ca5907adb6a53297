// Whoever looks at it first makes no client without it.
import { APIClient, SendEmailRequest, TrackClient } from "customerio-node";
import { CIO_APP_KEY } from "./environment";

const track = process.env.CIO_TRACK_KEY || "";
const site = process.env.CIO_SITE_ID ?? "";

export async function send(request: SendEmailRequest) {
  if (!CIO_APP_KEY) {
    return;
  }
  await new APIClient(CIO_APP_KEY).sendEmail(request);
}

export const cio = () => (track && site ? new TrackClient(site, track) : null);

if (process.env.CIO_OTHER_KEY === undefined) throw new Error("CIO_OTHER_KEY is not set");
export const other = new APIClient(process.env.CIO_OTHER_KEY || "");
//- /src/environment.ts
const read = (name: string): string => process.env[name] || "";
export const CIO_APP_KEY = read("CIO_APP_KEY");
