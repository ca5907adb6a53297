import { APIClient, SendEmailRequest, TrackClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export class Mailer {
  send = api.sendEmail;
//       ^^^^^^^^^^^^^ warning[detached-method]: `sendEmail` is detached from its APIClient and loses `this`: it throws a TypeError when called on this object
  bound = api.sendEmail.bind(api);
  arrow = (request: SendEmailRequest) => api.sendEmail(request);
  later = api.sendEmail;

  mail(request: SendEmailRequest) {
    return this.send(request);
  }
  async mailLater(request: SendEmailRequest) {
    await this.later.call(api, request);
  }
}

export function sender() {
  return api.sendEmail;
//       ^^^^^^^^^^^^^ warning[detached-method]: `sendEmail` is detached from its APIClient and loses `this`: it throws a TypeError when the returned function is called
}
export function boundSender() {
  return api.sendEmail.bind(api);
}

export async function signUp({ track }: TrackClient, id: string) {
//                             ^^^^^ error[detached-method]: calling `track` throws a TypeError
  await track(id, { name: "signed_up" });
}
export async function signIn({ track }: { track: (id: string) => Promise<void> }, id: string) {
  await track(id);
}
export const has = ({ track }: TrackClient) => track !== undefined && cio !== undefined;
