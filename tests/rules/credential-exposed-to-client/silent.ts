import { APIClient, PipelinesClient, TrackClient } from "customerio-node";

// A Site ID may be seen.
export const a = new TrackClient(process.env.NEXT_PUBLIC_CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);
// The prefix of none, and one in the middle.
export const b = new APIClient(process.env.MY_NEXT_PUBLIC_KEY!);
export const c = new APIClient(process.env.VITEST_CIO_KEY!);
export const d = new PipelinesClient(process.env.PUBLIC_CIO_WRITE_KEY!);
// A public key by its form.
export const e = new APIClient(process.env.PUBLIC_CIO_KEY!);
"use client";
export const f = new APIClient(process.env.CIO_APP_KEY!);
//- /.env
PUBLIC_CIO_KEY=wk_us_0123456789
