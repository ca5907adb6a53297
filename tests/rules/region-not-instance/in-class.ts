import { TrackClient } from "customerio-node";

export class Customerio {
  private readonly client: TrackClient;
  constructor(config: { siteId: string; apiKey: string }) {
    this.client = new TrackClient(config.siteId, config.apiKey, {
      region: "eu" as never,
//            ^^^^^^^^^^^^^ error[region-not-instance]
    });
  }
}
