import { APIClient, PipelinesClient, TrackClient } from "customerio-node";

const key = process.env.CUSTOMER_IO_API_KEY!;

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, key);
export const api = new APIClient(key);
//                               ^^^ warning[credential-shared-between-clients]: the App API key of APIClient is also given to TrackClient as its Track API key
export const cdp = new PipelinesClient(process.env.CUSTOMER_IO_API_KEY!);
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[credential-shared-between-clients]
