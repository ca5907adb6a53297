/** A client of our own: it only has the name of the SDK's. */
export class TrackClient {
  constructor(private readonly url: string) {}
  track(id: string, event: { name: string; at: number }): void {
    navigator.sendBeacon(this.url, JSON.stringify({ id, ...event }));
  }
  identify(id: object): void {
    navigator.sendBeacon(this.url, JSON.stringify(id));
  }
}

const tracker = new TrackClient("/beacon");
tracker.identify({ id: 1, seen: new Date() }); // not the SDK
tracker.track("x", { name: "Page Opened", at: Date.now() }); // not the SDK
