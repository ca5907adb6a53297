import { APIClient, SendEmailRequest, SendPushRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
type User = { id: string; email: string; isNew: boolean };

export async function tracked(user: User) {
  cio.identify(user.id, { email: user.email });
//^^^^^^^^^^^^ warning[identify-not-awaited]: nobody waits for `identify`: `track` for the same person may arrive before it
  await cio.track(user.id, { name: "signed_up" });
}

export async function assured(user?: User) {
  cio.identify(user!.id, { email: user!.email });
//^^^^^^^^^^^^ warning[identify-not-awaited]: nobody waits for `identify`: `addDevice` for the same person may arrive before it
  await cio.addDevice(user!.id!, "token", "ios");
}

export function inPlain(user: User) {
  cio.identify(user.id, { email: user.email });
//^^^^^^^^^^^^ warning[identify-not-awaited]: nobody waits for `identify`: `trackPageView` for the same person may arrive before it
  return cio.trackPageView(user.id, "/");
}

export async function merged(user: User, old: string) {
  cio.identify(user.id).then(() => console.log("identified"));
//^^^^^^^^^^^^ warning[identify-not-awaited]: nobody waits for `identify`: `mergeCustomers` for the same person may arrive before it
  await cio.mergeCustomers("id", user.id, "id", old);
}

export async function mailed(user: User) {
  if (user.isNew) {
    cio.identify(user.id, { email: user.email });
//  ^^^^^^^^^^^^ warning[identify-not-awaited]: nobody waits for `identify`: `sendEmail` for the same person may arrive before it
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
//^^^^^^^^^^^^ warning[identify-not-awaited]: nobody waits for `identify`: `sendPush` for the same person may arrive before it
  if (user.isNew) {
    await api.sendPush(new SendPushRequest({ transactional_message_id: 2, identifiers: { id: user.id } }));
  }
}

export async function both(user: User) {
  cio.identify(user.id);
//^^^^^^^^^^^^ warning[identify-not-awaited]: nobody waits for `identify`: `track` for the same person may arrive before it
  cio.track(user.id, { name: "signed_up" });
//^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `track`
}

export async function byWrapper(user: User) {
  const unread = cio.identify(user.id);
//               ^^^^^^^^^^^^ warning[identify-not-awaited]: nobody waits for `identify`: `note` for the same person may arrive before it
  await note(user.id);
}

export function inVariable(user: User): Promise<unknown> {
  const unread = cio.identify(user.id);
//               ^^^^^^^^^^^^ warning[identify-not-awaited]: nobody waits for `identify`: `track` for the same person may arrive before it
  return cio.track(user.id, { name: "signed_up" });
}

async function note(id: string) {
  await cio.track(id, { name: "noted" });
}
