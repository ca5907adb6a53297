// Nothing can overtake, it is meant, or it is another rule's business.
import { APIClient, PipelinesClient, SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
type User = { id: string; email: string; isNew: boolean };

export async function awaited(user: User) {
  await cio.identify(user.id);
  await cio.track(user.id, { name: "signed_up" });
}

export async function chained(user: User) {
  await cio.identify(user.id).then(() => cio.track(user.id, { name: "signed_up" }));
}

export async function meant(user: User) {
  void cio.identify(user.id);
  cio.identify(user.id).catch(console.error);
  await cio.track(user.id, { name: "signed_up" });
}

export async function joined(user: User) {
  const identified = cio.identify(user.id);
  await identified;
  await cio.track(user.id, { name: "signed_up" });
}

export async function someoneElse(user: User, other: User) {
  cio.identify(user.id);
//^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  await cio.track(other.id, { name: "signed_up" });
  await api.sendEmail(
    new SendEmailRequest({ transactional_message_id: 1, to: other.email, identifiers: { email: other.email } }),
  );
}

export async function otherBranch(user: User) {
  if (user.isNew) {
    cio.identify(user.id);
//  ^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
    return;
  } else cio.identify(user.id);
//       ^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  switch (user.email) {
    case "":
      cio.identify(user.id);
//    ^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
      break;
    default:
      await cio.track(user.id, { name: "logged_in" });
  }
}

export async function onlyOnFailure(user: User) {
  try {
    cio.identify(user.id);
//  ^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` is not awaited: this `try` cannot catch a failed request, and the unhandled rejection ends the process on Node 15 and newer
  } catch (error) {
    await cio.track(user.id, { name: "failed" });
  }
}

export async function otherFunction(user: User) {
  cio.identify(user.id);
//^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  return () => cio.track(user.id, { name: "later" });
}

export async function before(user: User) {
  await cio.track(user.id, { name: "signed_up" });
  cio.identify(user.id);
//^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
}

export async function pipelines(user: User) {
  const client = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
  client.identify({ userId: user.id });
//^^^^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  await client.track({ userId: user.id, event: "signed_up" });
}
