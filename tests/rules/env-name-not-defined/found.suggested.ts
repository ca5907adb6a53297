import { APIClient, TrackClient } from "customerio-node";

export const a = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);
export const b = new APIClient(process.env["CUSTOMER_IO_KEY"]!);
//- /.env
CIO_SITE_ID=
CUSTOMER_IO_KEY=
//- /.env.example
CIO_TRACK_KEY=
