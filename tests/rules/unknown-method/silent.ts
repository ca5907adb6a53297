// Methods that are there, and names that the code says more of.
import { APIClient, TrackClient } from "customerio-node";
import { injected } from "./container";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function known(id: string) {
  await cio.identify(id, { plan: "pro" });
  await api.getCustomersByEmail("a@example.com");
  console.log(cio.toString(), cio.hasOwnProperty("region"));
}

export async function asked(id: string) {
  if (cio.flush) await cio.flush();
  if ("close" in cio) await cio.close();
  await cio.shutdown?.();
  await (cio as unknown as Sender).sendPush(id);
}

cio.wait = async () => {};
export const patched = () => cio.wait();

export async function several(id: string, mail: boolean) {
  const either = mail ? api : cio;
  await either.identify(id, {});
  const unsure = injected ?? api;
  await unsure.track(id, { name: "seen" });
}

class Client extends TrackClient {
  async sendEmail(to: string) {
    console.log(to);
  }
}
export const own = new Client("a", "b").sendEmail("a@example.com");

export function other(cio: { page(): void }) {
  cio.page();
}

const extended = new TrackClient("a", "b") as TrackClient & { reset(): void };
extended.reset();
export const either = (cio: TrackClient & { reset(): void }) => cio.reset();
const proxied = new Proxy(new TrackClient("a", "b"), {});
proxied.reset();
