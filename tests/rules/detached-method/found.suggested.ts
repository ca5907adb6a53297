import { APIClient, SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

const identify = cio.identify.bind(cio);
export const a = (id: string) => identify(id, { plan: "pro" });
const send = cio.track.bind(cio), suppress = cio.suppress.bind(cio);
export const b = (id: string) => Promise.all([send(id, { name: "left" }), suppress(id)]);
const destroy = cio.destroy.bind(cio);
export const c = (id: string) => destroy(id);
export const d = (ids: string[]) => Promise.all(ids.map((id) => cio.destroy(id)));
export const e = (requests: SendEmailRequest[]) => Promise.all(requests.map(((request) => api.sendEmail(request))));
export const f = () => setTimeout(cio.trackPageView.bind(cio), 100, "1", "/");
export const g = (made: Promise<SendEmailRequest>) => made.then(api.sendEmail.bind(api));
export const h = { send: api.sendEmail.bind(api) };
export const i = (retry: (send: (request: SendEmailRequest) => Promise<unknown>) => void) => retry(api.sendEmail.bind(api));
export class Mail {
  private readonly api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
  all(requests: SendEmailRequest[]) {
    return Promise.all(requests.map((request) => this.api.sendEmail(request)));
  }
}
export const j = (events: { id: string }[]) => events.forEach(cio.track as any);
