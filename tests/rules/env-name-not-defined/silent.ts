import { APIClient, TrackClient } from "customerio-node";

// Set; both set and read; another number; nothing near; another kind.
export const a = new APIClient(process.env.CIO_APP_KEY!);
export const b = new APIClient(process.env.CIO_APP_KEYS!);
export const c = new APIClient(process.env.CIO_KEY_1!);
export const d = new APIClient(process.env.CUSTOMERIO_KEY!);
export const e = new TrackClient(process.env.SITE_ID!, process.env.TRACK_KEY!);
//- /.env
CIO_APP_KEY=
CIO_KEY_2=
DATABASE_URL=
APP_KEY=
