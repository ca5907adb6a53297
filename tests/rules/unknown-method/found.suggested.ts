import { APIClient, PipelinesClient, TrackClient, SendEmailRequest } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function moved(id: string) {
  await cio.identify(id, { plan: "pro" });
  await api.sendEmail(new SendEmailRequest({ identifiers: { email: "a@example.com" }, to: "a@example.com" }));
  await cio.page({ userId: id });
}

export async function misspelt(id: string) {
  await cio.identify(id, { plan: "pro" });
  await cio.track(id, { name: "signed_up" });
  await cio.shutdown();
}

export async function typed(client: APIClient, id: string) {
  await cio.track(id, { name: "signed_up" });
}

export class Mailer {
  private readonly client = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
  async send(id: string) {
    await this.client.identify({ userId: id });
  }
}
