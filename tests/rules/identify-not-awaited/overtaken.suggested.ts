import { APIClient, SendEmailRequest, SendPushRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
type User = { id: string; email: string; isNew: boolean };

export async function tracked(user: User) {
  await cio.identify(user.id, { email: user.email });
  await cio.track(user.id, { name: "signed_up" });
}

export async function assured(user?: User) {
  await cio.identify(user!.id, { email: user!.email });
  await cio.addDevice(user!.id!, "token", "ios");
}

export function inPlain(user: User) {
  cio.identify(user.id, { email: user.email }).catch(console.error);
  return cio.trackPageView(user.id, "/");
}

export async function merged(user: User, old: string) {
  await cio.identify(user.id).then(() => console.log("identified"));
  await cio.mergeCustomers("id", user.id, "id", old);
}

export async function mailed(user: User) {
  if (user.isNew) {
    await cio.identify(user.id, { email: user.email });
    const request = new SendEmailRequest({
      transactional_message_id: 1,
      to: user.email,
      identifiers: { id: user.id },
    });
    await api.sendEmail(request);
  }
}

export async function inner(user: User) {
  await cio.identify(user.id);
  if (user.isNew) {
    await api.sendPush(new SendPushRequest({ transactional_message_id: 2, identifiers: { id: user.id } }));
  }
}

export async function both(user: User) {
  await cio.identify(user.id);
  await cio.track(user.id, { name: "signed_up" });
}

export async function byWrapper(user: User) {
  const unread = await cio.identify(user.id);
  await note(user.id);
}

export function inVariable(user: User): Promise<unknown> {
  const unread = cio.identify(user.id);
  return cio.track(user.id, { name: "signed_up" });
}

async function note(id: string) {
  await cio.track(id, { name: "noted" });
}
