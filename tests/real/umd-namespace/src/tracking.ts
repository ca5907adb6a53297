import * as customerio from "customerio-node";

export namespace Tracking {
  const client = new customerio.TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);

  export enum Event {
    SignedUp = "signed_up",
    SignedIn = "signed_in",
  }

  export async function track(id: string, event: Event) {
    await client.track(id, { name: event });
  }

  export async function planted(id: string) {
    await client.identify(id, { signed_in_at: Date.now().toString() }); // timestamp-milliseconds
    Tracking.track(id, Event.SignedIn); // floating-promise
  }
}
