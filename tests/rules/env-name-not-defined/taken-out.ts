// A name that stands by itself is a variable of the file: another one in its place would be none.
import { CIO_SITEID, CIO_TRACK_KYE as KEY } from "$env/static/private";
import { env } from "$env/dynamic/private";
import { APIClient, TrackClient } from "customerio-node";

const { CIO_APP_KYE } = process.env;
export const a = new TrackClient(CIO_SITEID, KEY);
//                               ^^^^^^^^^^ info[env-name-not-defined]: is not set in any `.env` file
//                                           ^^^ info[env-name-not-defined]: is not set in any `.env` file
export const b = new APIClient(env.CIO_APP_KYE);
//                             ^^^^^^^^^^^^^^^ info[env-name-not-defined]: is not set in any `.env` file
export const c = new APIClient(CIO_APP_KYE!);
//                             ^^^^^^^^^^^ info[env-name-not-defined]: is not set in any `.env` file
//- /.env
CIO_SITE_ID=
CIO_TRACK_KEY=
CIO_APP_KEY=
