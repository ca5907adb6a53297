import { RegionEU, RegionUS, TrackClient } from "customerio-node";

interface Tenant {
  slug: string;
  siteId: string;
  trackKey: string;
  region: "eu" | "us";
}

const regions = { eu: RegionEU, us: RegionUS } as const;

export class Tenants {
  private readonly clients = new Map<string, TrackClient>();

  constructor(tenants: Tenant[]) {
    for (const { slug, siteId, trackKey, region } of tenants) {
      this.clients.set(slug, new TrackClient(siteId, trackKey, { region: regions[region] }));
    }
  }

  client(slug: string): TrackClient {
    const client = this.clients.get(slug);
    if (!client) throw new Error(`no tenant ${slug}`);
    return client;
  }

  async everywhere(id: string, name: string): Promise<void> {
    await Promise.all([...this.clients.values()].map((client) => client.track(id, { name })));
  }

  planted(id: string): void {
    this.clients.forEach((client) => client.destroy(id)); // floating-promise
    for (const [, client] of this.clients) {
      client.suppress(id); // floating-promise
    }
  }
}
