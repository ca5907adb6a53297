import { APIClient, SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

const { identify } = cio;
//      ^^^^^^^^ error[detached-method]: `identify` needs its TrackClient as `this`
export const a = (id: string) => identify(id, { plan: "pro" });
const { track: send, suppress } = cio;
//             ^^^^ error[detached-method]: `track` needs its TrackClient as `this`
//                   ^^^^^^^^ error[detached-method]: `suppress` needs its TrackClient as `this`
export const b = (id: string) => Promise.all([send(id, { name: "left" }), suppress(id)]);
const destroy = cio.destroy;
//              ^^^^^^^^^^^ error[detached-method]: `destroy` needs its TrackClient as `this`
export const c = (id: string) => destroy(id);
export const d = (ids: string[]) => Promise.all(ids.map(cio.destroy));
//                                                      ^^^^^^^^^^^ error[detached-method]: `destroy` needs its TrackClient as `this`
export const e = (requests: SendEmailRequest[]) => Promise.all(requests.map((api.sendEmail)));
//                                                                           ^^^^^^^^^^^^^ error[detached-method]: `sendEmail` needs its APIClient as `this`
export const f = () => setTimeout(cio.trackPageView, 100, "1", "/");
//                                ^^^^^^^^^^^^^^^^^ error[detached-method]: `trackPageView` needs its TrackClient as `this`
export const g = (made: Promise<SendEmailRequest>) => made.then(api.sendEmail);
//                                                              ^^^^^^^^^^^^^ error[detached-method]: `sendEmail` needs its APIClient as `this`
export const h = { send: api.sendEmail };
//                       ^^^^^^^^^^^^^ warning[detached-method]: `sendEmail` needs its APIClient as `this`
export const i = (retry: (send: (request: SendEmailRequest) => Promise<unknown>) => void) => retry(api.sendEmail);
//                                                                                                 ^^^^^^^^^^^^^ warning[detached-method]: `sendEmail` needs its APIClient as `this`
export class Mail {
  private readonly api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
  all(requests: SendEmailRequest[]) {
    return Promise.all(requests.map(this.api.sendEmail));
//                                  ^^^^^^^^^^^^^^^^^^ error[detached-method]: `sendEmail` needs its APIClient as `this`
  }
}
export const j = (events: { id: string }[]) => events.forEach(cio.track as any);
//                                                            ^^^^^^^^^ error[detached-method]: `track` needs its TrackClient as `this`
