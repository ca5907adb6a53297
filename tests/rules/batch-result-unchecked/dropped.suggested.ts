//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const gone = { type: "person", action: "delete", identifiers: { id: "42" } };

export async function forget() {
  const { errors } = await cio.batch([gone]);
  if (errors?.length) console.error("Customer.io rejected:", errors);
  try {
    const { errors } = await cio.batch([gone]).then((result) => result);
    if (errors?.length) console.error("Customer.io rejected:", errors);
  } catch (err) {
    console.error(err);
  }
}

export async function inOneLine(id: string) {
  if (id) await cio.batch([gone]);
}
