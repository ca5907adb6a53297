import { Container, Inject, Service } from "typedi";
import { TrackClient } from "customerio-node";

Container.set("cio", new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!));

@Service()
export class People {
  @Inject("cio")
  private readonly cio!: TrackClient;

  async rename(id: string, name: string) {
    await this.cio.identify(id, { name, renamed_at: Math.floor(Date.now() / 1000) });
  }

  planted(id: string) {
    this.cio.destroy(id); // floating-promise
  }
}
