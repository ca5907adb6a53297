import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export class Event {
  private readonly body: Record<string, any> = {};
  private readonly empty: Record<string, any> = { data: {} };
  with(key: string, value: unknown) {
    this.body[key] = value;
    return this;
  }
  send(id: string) {
    return cio.track(id, this.body as any);
  }
  sendEmpty(id: string) {
    return cio.track(id, this.empty as any);
    //                   ^^^^^^^^^^^^^^^^^ error[track-missing-name]: the event has no `name`
  }
}
