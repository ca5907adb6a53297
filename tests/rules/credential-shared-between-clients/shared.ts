import { APIClient, PipelinesClient, TrackClient } from "customerio-node";

const key = process.env.CUSTOMER_IO_API_KEY!;

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, key);
export const api = new APIClient(key);
//                               ^^^ warning[credential-shared-between-clients]: the App API key of APIClient is also used as the Track API key of TrackClient: a key is of one kind only, so the requests of one of the clients fail with 401
export const cdp = new PipelinesClient(process.env.CUSTOMER_IO_API_KEY!);
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[credential-shared-between-clients]
