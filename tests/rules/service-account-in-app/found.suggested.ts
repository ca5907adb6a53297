import { APIClient, TrackClient } from "customerio-node";

export const a = new APIClient(process.env.CIO_SERVICE_ACCOUNT!);
export const b = new APIClient(process.env.CIO_TOKEN!);
export const c = new TrackClient("SITE_ID", process.env.CIO_TRACK_API_KEY!);
//- /.env
CIO_TOKEN=sa_live_8f7e6d5c4b3a
