import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export function Join({ id }: { id: string }) {
  return (
    <>
      {/* identify with Date.now() would be wrong */}
      <button onClick={() => cio.identify(id, { created_at: Date.now() })}>
//                                                          ^^^^^^^^^^ error[timestamp-milliseconds]
        Join the {"club"} at {Date.now()}
      </button>
    </>
  );
}
