import { APIClient, SendEmailRequest, SendPushRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
type User = { id: string; email: string; isNew: boolean };

export async function tracked(user: User) {
  cio.identify(user.id, { email: user.email });
//^^^^^^^^^^^^ warning[identify-not-awaited]: `identify` is not awaited: `track` may reach Customer.io first, and a failure becomes an unhandled rejection
  await cio.track(user.id, { name: "signed_up" });
}

export async function assured(user?: User) {
  cio.identify(user!.id, { email: user!.email });
//^^^^^^^^^^^^ warning[identify-not-awaited]: `identify` is not awaited: `addDevice` may reach Customer.io first, and a failure becomes an unhandled rejection
  await cio.addDevice(user!.id!, "token", "ios");
}

export function inPlain(user: User) {
  cio.identify(user.id, { email: user.email });
//^^^^^^^^^^^^ warning[identify-not-awaited]: `identify` is not awaited: `trackPageView` may reach Customer.io first, and a failure becomes an unhandled rejection
  return cio.trackPageView(user.id, "/");
}

export async function merged(user: User, old: string) {
  cio.identify(user.id).then(() => console.log("identified"));
//^^^^^^^^^^^^ warning[identify-not-awaited]: `identify` is not awaited: `mergeCustomers` may reach Customer.io first, and a failure becomes an unhandled rejection
  await cio.mergeCustomers("id", user.id, "id", old);
}

export async function mailed(user: User) {
  if (user.isNew) {
    cio.identify(user.id, { email: user.email });
//  ^^^^^^^^^^^^ warning[identify-not-awaited]: `identify` is not awaited: `sendEmail` may reach Customer.io first, and a failure becomes an unhandled rejection
    const request = new SendEmailRequest({
      transactional_message_id: 1,
      to: user.email,
      identifiers: { id: user.id },
    });
    await api.sendEmail(request);
  }
}

export async function inner(user: User) {
  cio.identify(user.id);
//^^^^^^^^^^^^ warning[identify-not-awaited]: `identify` is not awaited: `sendPush` may reach Customer.io first, and a failure becomes an unhandled rejection
  if (user.isNew) {
    await api.sendPush(new SendPushRequest({ transactional_message_id: 2, identifiers: { id: user.id } }));
  }
}

export async function both(user: User) {
  cio.identify(user.id);
//^^^^^^^^^^^^ warning[identify-not-awaited]: `identify` is not awaited: `track` may reach Customer.io first, and a failure becomes an unhandled rejection
  cio.track(user.id, { name: "signed_up" });
//^^^^^^^^^ warning[floating-promise]: the promise of `track` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
}

export async function byWrapper(user: User) {
  const unread = cio.identify(user.id);
//               ^^^^^^^^^^^^ warning[identify-not-awaited]: `identify` is not awaited: `note` may reach Customer.io first, and a failure becomes an unhandled rejection
  await note(user.id);
}

export function inVariable(user: User): Promise<unknown> {
  const unread = cio.identify(user.id);
//               ^^^^^^^^^^^^ warning[identify-not-awaited]: `identify` is not awaited: `track` may reach Customer.io first, and a failure becomes an unhandled rejection
  return cio.track(user.id, { name: "signed_up" });
}

async function note(id: string) {
  await cio.track(id, { name: "noted" });
}
