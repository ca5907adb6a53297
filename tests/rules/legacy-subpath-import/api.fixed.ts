//@ sdk = 4.5.1
import { APIClient, SendEmailRequest } from "customerio-node";
import { RegionEU } from 'customerio-node';
import type { Region } from 'customerio-node';
import { TrackClient as Track } from "customerio-node";

export { APIClient } from "customerio-node";

export const region: Region = RegionEU;
export const cio = new Track(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const request = SendEmailRequest;
