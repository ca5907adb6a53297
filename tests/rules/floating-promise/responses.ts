import { APIClient, SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function a(reply: any, res: any, c: any) {
  reply.send(cio.identify("1", { plan: "pro" }));
//           ^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` becomes `{}` in JSON
  res.json({ ok: cio.identify("2", { plan: "pro" }) });
//               ^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` becomes `{}` in JSON
  const done = cio.identify("3", { plan: "pro" });
//             ^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` becomes `{}` in JSON
  res.status(200).json({ data: [{ done }] });
  return c.json({ ok: await cio.identify("4", { plan: "pro" }) });
}
// An APIClient by what it is given.
export function b(mailer: any, request: SendEmailRequest) {
  mailer.sendEmail(new SendEmailRequest({ to: "ada@example.com", identifiers: { id: "1" }, transactional_message_id: 3 }));
//^^^^^^^^^^^^^^^^ warning[floating-promise]: the promise of `sendEmail` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  const made = new SendEmailRequest({ to: "ada@example.com", identifiers: { id: "1" }, transactional_message_id: 3 });
  mailer.client.sendEmail(made);
//^^^^^^^^^^^^^^^^^^^^^^^ warning[floating-promise]: the promise of `sendEmail` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  mailer.sendEmail({ to: "ada@example.com" });
  mailer.sendEmail(request);
//^^^^^^^^^^^^^^^^ warning[floating-promise]: the promise of `sendEmail` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  return [api];
}
// One of its own.
class Mailer {
  sendEmail(request: SendEmailRequest) {
    console.log(request);
  }
}
export function d(own: Mailer) {
  own.sendEmail(new SendEmailRequest({ to: "ada@example.com", identifiers: { id: "1" }, transactional_message_id: 3 }));
}
