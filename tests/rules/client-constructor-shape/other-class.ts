// The project's own wrapper takes an object; the SDK's client does not.
import { TrackClient as Sdk } from "customerio-node";

export class TrackClient {
  private readonly sdk: Sdk;
  constructor(options: { siteId: string; apiKey: string }) {
    this.sdk = new Sdk(options.siteId, options.apiKey);
  }
}

export const client = new TrackClient({ siteId: "a", apiKey: "b" });
