import { TrackClient } from "customerio-node";
import { APIClient as Api, SendEmailRequest } from 'customerio-node';
import * as cio from "customerio-node";
export { RegionEU } from "customerio-node";

export const track = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const api = new Api(process.env.CUSTOMERIO_APP_API_KEY!);
export const pipelines = new cio.PipelinesClient(process.env.CIO_WRITE_KEY!);
export const request = (data: never) => new SendEmailRequest(data);
