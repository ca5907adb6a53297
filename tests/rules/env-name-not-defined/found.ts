import { APIClient, TrackClient } from "customerio-node";

export const a = new TrackClient(process.env.CIO_SITEID!, process.env.CIO_TRACK_KYE!);
//                               ^^^^^^^^^^^^^^^^^^^^^^ info[env-name-not-defined]: no `.env` file sets `CIO_SITEID`; `CIO_SITE_ID` is set
//                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^ info[env-name-not-defined]: `CIO_TRACK_KEY` is set
export const b = new APIClient(process.env["CUSTOMERIO_KEY"]!);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[env-name-not-defined]: `CUSTOMER_IO_KEY` is set
//- /.env
CIO_SITE_ID=
CUSTOMER_IO_KEY=
//- /.env.example
CIO_TRACK_KEY=
