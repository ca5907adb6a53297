// Two services that run by themselves: a variable of the environment is another one in each.
import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_API_KEY!);
//- /packages/mail/src/index.ts
import { APIClient } from "customerio-node";

export const mail = new APIClient(process.env.CUSTOMERIO_API_KEY!);
//- /packages/push/src/index.ts
import { APIClient, TrackClient } from "customerio-node";

export const push = new APIClient(process.env.CIO_KEY!);
export const swapped = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
//- /packages/sms/src/index.ts
import { TrackClient } from "customerio-node";

// Both packages set it, each in a file of its own.
export const sms = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CIO_KEY!);
//- /packages/push/.env
CIO_KEY=
//- /packages/sms/.env
CIO_KEY=
