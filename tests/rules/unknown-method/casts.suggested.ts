// A cast to `any` does not change what something is.
import { APIClient, TrackClient, SendEmailRequest } from "customerio-node";

interface Extended extends TrackClient {
  sendEmail(request: object): Promise<unknown>;
}

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!) as any;

export async function wrong(id: string) {
  await api.sendEmail(new SendEmailRequest({}));
  await api.sendEmail(new SendEmailRequest({}));
  await api.sendEmail(new SendEmailRequest({}));
  await cio.identify(id);
}

export async function right(id: string) {
  await (cio as unknown as Extended).sendEmail({});
  await (cio as Extended).sendEmail({});
  await (cio as any).identify(id);
}
export async function as_another_client() {
  await cio.identify("1", { plan: "pro" });
  await api.sendEmail(new SendEmailRequest({} as any));
}
