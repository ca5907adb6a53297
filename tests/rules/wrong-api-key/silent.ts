//@ hardcoded-credential.severity = off
//@ credential-maybe-undefined.severity = off
import { APIClient, PipelinesClient, TrackClient } from "customerio-node";
import { config } from "./config";

// Names that say nothing, in use for both kinds.
export const a = new APIClient(process.env.CUSTOMER_IO_API_KEY!);
export const b = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_API_KEY!);
export const c = new APIClient(process.env.CIO_API_KEY!);
export const d = new TrackClient(process.env.SITE_ID!, process.env.API_KEY!);
export const e = new APIClient(process.env.CUSTOMER_IO_KEY!);
export const f = new APIClient(config.apiKey);
// A prefix of the project is no kind.
export const g = new TrackClient(process.env.MY_APP_SITE_ID!, process.env.MY_APP_CUSTOMERIO_API_KEY!);
export const h = new TrackClient(process.env.APP_CIO_SITE!, process.env.APP_CIO_KEY!);
// The right kinds.
export const i = new APIClient(process.env.CUSTOMERIO_TRANSACTIONAL_API_KEY!);
export const j = new APIClient(process.env.CUSTOMER_IO_APPLICATION_API_KEY!);
export const k = new TrackClient(process.env.CUSTOMER_IO_SITE_KEY!, process.env.CIO_TRACK_KEY!);
export const l = new PipelinesClient(process.env.CIO_PIPELINES_WRITE_KEY!);
// The coming keys are right for every client; placeholders are none.
export const m = new APIClient("ak_us_0123456789abcdef_0123");
export const n = new TrackClient("SITE_ID", "cio-key");
export const o = new TrackClient(`${config.prefix}-site`, `${config.prefix}-track`);
export const p = new TrackClient(...config.credentials);
export const q = new TrackClient("0123456789abcdef0123", "abcdef0123456789abcd");
export const r = new APIClient("0123456789abcdef0123456789abcdef");
export const s = new APIClient("00000000000000000000");
export const t = new APIClient("xxxxxxxxxxxxxxxxxxxx");
export const u = new PipelinesClient("0123456789abcdef0123");
// The name of one variable and of what fills it disagree.
const trackKey = process.env.CUSTOMERIO_APP_API_KEY!;
export const v = new APIClient(trackKey);
export const w = new APIClient(process.env.CUSTOMERIO_APP_API_KEY?.trim() || "");
