import { TrackClient, RegionUS } from "customerio-node";

let client: TrackClient | undefined;

export function getTrackClient(): TrackClient {
  if (!client) {
    const { CUSTOMERIO_SITE_ID: siteId, CUSTOMERIO_TRACK_API_KEY: key } = process.env;
    if (!siteId || !key) throw new Error("Customer.io is not configured");
    client = new TrackClient(siteId, key, { region: RegionUS });
  }
  return client;
}
