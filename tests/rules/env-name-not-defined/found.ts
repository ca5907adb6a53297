import { APIClient, TrackClient } from "customerio-node";

export const a = new TrackClient(process.env.CIO_SITEID!, process.env.CIO_TRACK_KYE!);
//                               ^^^^^^^^^^^^^^^^^^^^^^ info[env-name-not-defined]: `CIO_SITEID` is not set in any `.env` file: the `.env` files set `CIO_SITE_ID` instead
//                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^ info[env-name-not-defined]: `CIO_TRACK_KYE` is not set in any `.env` file: the `.env` files set `CIO_TRACK_KEY` instead
export const b = new APIClient(process.env["CUSTOMERIO_KEY"]!);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[env-name-not-defined]: `CUSTOMERIO_KEY` is not set in any `.env` file: the `.env` files set `CUSTOMER_IO_KEY` instead
//- /.env
CIO_SITE_ID=
CUSTOMER_IO_KEY=
//- /.env.example
CIO_TRACK_KEY=
