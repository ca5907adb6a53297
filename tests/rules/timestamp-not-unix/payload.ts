import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string, order: { placedAt: Date }) {
  await cio.track(id, {
    name: "order_placed",
    data: {
      ordered_at: new Date(),
//                ^^^^^^^^^^ hint[timestamp-not-unix]
      delivered_at: new Date().toISOString(),
//                  ^^^^^^^^^^^^^^^^^^^^^^^^ hint[timestamp-not-unix]
      returned_at: "2024-01-01T00:00:00Z",
      note: new Date().toISOString(),
      placed: order.placedAt,
    },
  });
}
