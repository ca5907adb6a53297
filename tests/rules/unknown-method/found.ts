import { APIClient, PipelinesClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function moved(id: string) {
  await api.identify(id, { plan: "pro" });
  //        ^^^^^^^^ error[unknown-method]: APIClient has no method `identify`
  await cio.sendEmail({ to: "a@example.com" });
  //        ^^^^^^^^^ error[unknown-method]: TrackClient has no method `sendEmail`
  await cio.page({ userId: id });
  //        ^^^^ error[unknown-method]: throws a TypeError
}

export async function misspelt(id: string) {
  await cio.idenfity(id, { plan: "pro" });
  //        ^^^^^^^^ error[unknown-method]: TrackClient has no method `idenfity`
  await cio.trackEvent(id, { name: "signed_up" });
  //        ^^^^^^^^^^ error[unknown-method]: `trackEvent`
  await cio.shutdown();
  //        ^^^^^^^^ error[unknown-method]: `shutdown`
}

export async function typed(client: APIClient, id: string) {
  await client.track(id, { name: "signed_up" });
  //           ^^^^^ warning[unknown-method]: APIClient has no method `track`
}

export class Mailer {
  private readonly client = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
  async send(id: string) {
    await this.client.idenfity({ userId: id });
    //                ^^^^^^^^ error[unknown-method]: PipelinesClient has no method `idenfity`
  }
}
