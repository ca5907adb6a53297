import { TrackClient } from "customerio-node";

// Set by the same file as in the other package.
export const cio = new TrackClient(process.env.CIO_SITE!, process.env.CIO_KEY!);
//                                                        ^^^^^^^^^^^^^^^^^^^^ warning[credential-shared-between-clients]: the Track API key of TrackClient is also used as the Site ID of TrackClient: a key is of one kind only, so the requests of one of the clients fail with 401
// Under another name, but with the same value.
export const copy = new TrackClient(process.env.CIO_THIRD!, process.env.CIO_COPY!);
//                                                          ^^^^^^^^^^^^^^^^^^^^^ warning[credential-shared-between-clients]
//- /packages/mail/src/index.ts
import { APIClient, TrackClient } from "customerio-node";

export const other = new TrackClient(process.env.CIO_KEY!, process.env.CIO_OTHER!);
// Proved by its form: `wrong-api-key` alone says so.
export const mail = new APIClient(process.env.CIO_KEY!);
//                                ^^^^^^^^^^^^^^^^^^^^ error[wrong-api-key]: APIClient expects the App API key, but `CIO_KEY` is set to a Site ID or Track API key
//- /.env
CIO_SITE=1a1b2c3d4e5f60718293
CIO_KEY=2a1b2c3d4e5f60718293
CIO_OTHER=3a1b2c3d4e5f60718293
CIO_COPY=2a1b2c3d4e5f60718293
CIO_THIRD=4a1b2c3d4e5f60718293
