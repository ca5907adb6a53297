import { APIClient, TrackClient } from "customerio-node";

const { CIO_KEY = "" } = process.env;
if (!CIO_KEY) throw new Error("CIO_KEY is not set");
const site = process.env.CIO_SITE_ID ?? "";
if (!site) throw new Error("CIO_SITE_ID is not set");

if (!process.env.CIO_APP_KEY) throw new Error("CIO_APP_KEY is not set");
export const a = new APIClient(process.env.CIO_APP_KEY);
export const b = new TrackClient(site, process.env.CIO_TRACK_KEY!);
export const c = new APIClient(CIO_KEY);
