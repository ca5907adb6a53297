import { CustomerIORequestError, TrackClient } from "customerio-node";

export interface TrackOptions {
  at?: Date;
  data?: Record<string, unknown>;
}

export class Customers {
  #client: TrackClient;

  constructor(siteId: string, apiKey: string) {
    this.#client = new TrackClient(siteId, apiKey);
  }

  static fromEnv(env: NodeJS.ProcessEnv = process.env): Customers {
    return new Customers(env.CIO_SITE_ID ?? fail("CIO_SITE_ID"), env.CIO_TRACK_KEY ?? fail("CIO_TRACK_KEY"));
  }

  async track(id: string, name: string, { at, data }: TrackOptions = {}): Promise<boolean> {
    try {
      await this.#client.track(id, { name, data, ...(at && { timestamp: Math.floor(at.getTime() / 1000) }) });
      return true;
    } catch (error) {
      if (error instanceof CustomerIORequestError) return false;
      throw error;
    }
  }

  forget(id: string) {
    return this.#client.destroy(id); // all: destroy-vs-suppress
  }
}

function fail(name: string): never {
  throw new Error(`${name} is missing`);
}
