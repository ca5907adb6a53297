import { TrackClient } from "customerio-node";

export class Sync {
  constructor(private readonly cio: TrackClient) {}

  async registerAll(users: { id: string; email: string }[]) {
    for (const user of users) {
      await this.cio.identify(user.id, { email: user.email });
      await this.cio.track(user.id, { name: "imported" });
    }
  }

  // Two functions, of which nobody sees the order.
  async registered(id: string) {
    await this.cio.track(id, { name: "registered" });
  }
  async registerUser(id: string, email: string) {
    await this.cio.identify(id, { email });
  }
}
