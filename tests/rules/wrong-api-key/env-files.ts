//@ credential-maybe-undefined.severity = off
import { APIClient, TrackClient } from "customerio-node";

// The value's form beats a bare name …
export const api = new APIClient(process.env.CUSTOMERIO_API_KEY!);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[wrong-api-key]: APIClient expects the App API key, but `CUSTOMERIO_API_KEY` is set to a Site ID or Track API key
export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_KEY?.trim() ?? "");
//                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[wrong-api-key]: TrackClient expects the Track API key, but `CUSTOMERIO_KEY` is set to an App API key
// … and a name that says something else.
export const mail = new APIClient(process.env.SITE_TRACK_API_KEY!);
// What is not set everywhere to the same form proves nothing, and neither do examples and placeholders.
export const a = new APIClient(process.env.CIO_KEY_A!);
export const b = new APIClient(process.env.CIO_KEY_B!);
export const c = new APIClient(process.env.CIO_KEY_C!);
export const d = new APIClient(process.env.CIO_KEY_D!);
export const e = new APIClient(process.env.CUSTOMERIO_TRACK_API_KEY!);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]: `CUSTOMERIO_TRACK_API_KEY` names a Track API key
//- /.env
CUSTOMERIO_SITE_ID=0a1b2c3d4e5f60718293
CUSTOMERIO_API_KEY=ffe1d2c3b4a596877869
CUSTOMERIO_KEY=0a1b2c3d4e5f607182930a1b2c3d4e5f
SITE_TRACK_API_KEY=5a1b2c3d4e5f607182930a1b2c3d4e5f
CIO_KEY_A=1a1b2c3d4e5f60718293
CIO_KEY_B=00000000000000000000
CIO_KEY_C=
CUSTOMERIO_TRACK_API_KEY=change-me
//- /.env.production
CIO_KEY_A=9a1b2c3d4e5f607182930a1b2c3d4e5f
//- /other/.env
CIO_KEY_D=1a1b2c3d4e5f60718293
