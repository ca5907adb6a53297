// A promise of a client has the methods of promises.
import { APIClient, TrackClient } from "customerio-node";

async function connect() {
  return new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
}
declare const api: Promise<APIClient>;

export const seen = (id: string) => connect().then((cio) => cio.identify(id, { plan: "pro" }));
export const tried = () => connect().catch(() => undefined);
export const ended = () => api.finally(() => console.log("ready"));

export class Mailer {
  private client = connect();
  constructor(private api: Promise<APIClient>) {}
  seen(id: string) {
    return this.client.then((cio) => cio.track(id, { name: "seen_again" }), console.error);
  }
  sent(id: string) {
    return this.api.then((api) => api.identify(id, {}));
//                                    ^^^^^^^^ warning[unknown-method]: APIClient has no method `identify`
  }
}
