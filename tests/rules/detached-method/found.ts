import { APIClient, SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

const { identify } = cio;
//      ^^^^^^^^ error[detached-method]: `identify` is detached from its TrackClient and loses `this`: calling `identify` throws a TypeError
export const a = (id: string) => identify(id, { plan: "pro" });
const { track: send, suppress } = cio;
//             ^^^^ error[detached-method]: `track` is detached from its TrackClient and loses `this`: calling `send` throws a TypeError
//                   ^^^^^^^^ error[detached-method]: `suppress` is detached from its TrackClient and loses `this`: calling `suppress` throws a TypeError
export const b = (id: string) => Promise.all([send(id, { name: "left" }), suppress(id)]);
const destroy = cio.destroy;
//              ^^^^^^^^^^^ error[detached-method]: `destroy` is detached from its TrackClient and loses `this`: calling `destroy` throws a TypeError
export const c = (id: string) => destroy(id);
export const d = (ids: string[]) => Promise.all(ids.map(cio.destroy));
//                                                      ^^^^^^^^^^^ error[detached-method]: `destroy` is detached from its TrackClient and loses `this`: `map` calls it without the client, which throws a TypeError
export const e = (requests: SendEmailRequest[]) => Promise.all(requests.map((api.sendEmail)));
//                                                                           ^^^^^^^^^^^^^ error[detached-method]: `sendEmail` is detached from its APIClient and loses `this`: `map` calls it without the client, which throws a TypeError
export const f = () => setTimeout(cio.trackPageView, 100, "1", "/");
//                                ^^^^^^^^^^^^^^^^^ error[detached-method]: `trackPageView` is detached from its TrackClient and loses `this`: `setTimeout` calls it without the client, which throws a TypeError
export const g = (made: Promise<SendEmailRequest>) => made.then(api.sendEmail);
//                                                              ^^^^^^^^^^^^^ error[detached-method]: `sendEmail` is detached from its APIClient and loses `this`: `then` calls it without the client, which throws a TypeError
export const h = { send: api.sendEmail };
//                       ^^^^^^^^^^^^^ warning[detached-method]: `sendEmail` is detached from its APIClient and loses `this`: it throws a TypeError when called on this object
export const i = (retry: (send: (request: SendEmailRequest) => Promise<unknown>) => void) => retry(api.sendEmail);
//                                                                                                 ^^^^^^^^^^^^^ warning[detached-method]: `sendEmail` is detached from its APIClient and loses `this`: it throws a TypeError when `retry` calls it
export class Mail {
  private readonly api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
  all(requests: SendEmailRequest[]) {
    return Promise.all(requests.map(this.api.sendEmail));
//                                  ^^^^^^^^^^^^^^^^^^ error[detached-method]: `sendEmail` is detached from its APIClient and loses `this`: `map` calls it without the client, which throws a TypeError
  }
}
export const j = (events: { id: string }[]) => events.forEach(cio.track as any);
//                                                            ^^^^^^^^^ error[detached-method]: `track` is detached from its TrackClient and loses `this`: `forEach` calls it without the client, which throws a TypeError
