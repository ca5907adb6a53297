import { PipelinesClient } from "customerio-node";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);

export async function silent(id: string, args: [string, object], own: { identify(a: string, b: object, c: object): void }) {
  await cio.identify(id, { plan: "pro" });
  await cio.identify(...args);
  await cio.addDevice(id, "t", "ios", {});
  await cio.mergeCustomers("id", id, "email", "ada@example.com");
  await cdp.identify({ userId: id });
  own.identify(id, {}, {});
}

// A function of the project may take more.
const identify = (id: string, attributes: object, options: object) => cio.identify(id, attributes);
await identify("42", {}, {});
