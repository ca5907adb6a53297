import { APIClient, PipelinesClient, TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const trackKey = process.env.CUSTOMERIO_TRACKING_API_KEY!;
const { CUSTOMERIO_TRANSACTIONAL_API_KEY } = process.env;

export const a = new APIClient(process.env.CUSTOMER_IO_APP_API_KEY!);
export const b = new TrackClient(siteId, trackKey);
export const c = new APIClient(process.env.CUSTOMER_IO_APP_API_KEY!);
export const d = new TrackClient(siteId, trackKey);
export const e = new PipelinesClient(process.env.CIO_PIPELINES_WRITE_KEY!);
export const f = new APIClient(process.env.CUSTOMER_IO_APP_API_KEY!);
