// A function of the project is followed, whatever it is called.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

class Events {
  request(event: any) {
    event.name = "requested";
  }
  httpRequest(event: any) {
    Object.assign(event, { name: "requested" });
  }
  look(event: object) {
    return event;
  }
}
const events = new Events();
const own = {
  request: (event: any) => {
    event.name = "requested";
  },
};

export async function send(id: string, form: any) {
  const one = { data: {} };
  events.request(one);
  await cio.track(id, one as any);
  const two = { data: {} };
  events.httpRequest(two);
  await cio.track(id, two as any);
  const three = { data: {} };
  own.request(three);
  await cio.track(id, three as any);
  const four = { data: {} };
  form.request(four);
  await cio.track(id, four as any);
  const five = { data: {} };
  events.look(five);
  await cio.track(id, five as any);
//                    ^^^^^^^^^^^ error[track-missing-name]
}
