//@ sdk = 5.2.0
import CustomerIO, { RegionUS } from "customerio-node";

export const cio = new CustomerIO.TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { region: RegionUS });
