import { TrackClient } from "customerio-node";

const { CIO_SITE_ID, CIO_TRACK_KEY } = import.meta.env;
export const { identify, track } = wrap(new TrackClient(CIO_SITE_ID, CIO_TRACK_KEY)); // call

function wrap(client: TrackClient) {
  return {
    identify: (id: string, attributes: Record<string, unknown>) => client.identify(id, attributes),
    track: (id: string, name: string) => client.track(id, { name }),
  };
}
