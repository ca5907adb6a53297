import { Histogram } from "prom-client";
import { TrackClient } from "customerio-node";

const seconds = new Histogram({ name: "cio_request_seconds", help: "Duration", labelNames: ["method"] });

export class InstrumentedClient extends TrackClient {
  override async identify(...args: Parameters<TrackClient["identify"]>) {
    const end = seconds.startTimer({ method: "identify" });
    try {
      return await super.identify(...args);
    } finally {
      end();
    }
  }
}

const cio = new InstrumentedClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);
const started = Date.now();

export async function finished(id: string) {
  await cio.identify(id, { finished_in_ms: Date.now() - started });
  await cio.track(id, { name: "finished", data: { duration: (Date.now() - started) / 1000 } });
}
