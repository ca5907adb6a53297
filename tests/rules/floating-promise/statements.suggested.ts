// Calls that are statements of their own.
import { APIClient, PipelinesClient, SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const pipelines = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
let maybe: TrackClient | undefined;
const getClient = () => cio;

export async function inAsync(id: string, method: "track" | "identify") {
  await cio.track(id, { name: "seen" });
  (await cio.track(id, { name: "seen" }));
  await getClient().track(id, { name: "seen" });
  await maybe?.suppress(id);
  await cio["track"](id, { name: "seen" });
  await cio[method](id, { name: "seen" });
  await api.sendEmail(
    new SendEmailRequest({ transactional_message_id: 3, to: "a@example.com", identifiers: { id } }),
  );
  await pipelines.track({ userId: id, event: "seen" });
  if (id) await cio.destroy(id);
  id && await cio.destroy(id);
  id ? await cio.suppress(id) : await cio.unsuppress(id);
  await cio.suppress(id), await cio.destroy(id);
  const unread = await cio.track(id, { name: "seen" });
  console.log(await cio.track(id, { name: "seen" }));
  const logged = await cio.track(id, { name: "seen" });
  console.log("tracked", logged);
  let written;
  written = await cio.track(id, { name: "seen" });
  while (method) {
    await cio.deleteDevice(id, "token");
  }
}

export function inPlain(id: string) {
  return cio.track(id, { name: "seen" });
}

export const inArrow = (id: string) => {
  return cio.track(id, { name: "seen" });
};

export function inAnnotated(id: string): void {
  cio.track(id, { name: "seen" }).catch(console.error);
}

export function inTheMiddle(id: string) {
  cio.track(id, { name: "seen" }).catch(console.error);
  return id;
}

export class Accounts {
  constructor(id: string) {
    cio.identify(id).catch(console.error);
  }

  set id(id: string) {
    cio.identify(id).catch(console.error);
  }

  static async close(id: string) {
    try {
      await cio.destroy(id);
    } catch (error) {
      console.error(error);
    }
  }

  private async open(id: string) {
    try {
      await cio.identify(id);
    } finally {
      await cio.unsuppress(id);
    }
  }
}
