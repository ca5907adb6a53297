import { TrackClient } from "customerio-node";

declare module "customerio-node" {
  interface TrackClient {
    remember(id: string): Promise<void>;
  }
}

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const remember = (id: string) => cio.remember(id);
