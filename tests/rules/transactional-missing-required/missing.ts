import { APIClient, SendEmailRequest, SendPushRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function send(email: string, id: string) {
  await api.sendEmail(new SendEmailRequest({ transactional_message_id: 3, to: email }));
//                        ^^^^^^^^^^^^^^^^ error[transactional-missing-required]: this `SendEmailRequest` lacks `identifiers`
  await api.sendEmail(new SendEmailRequest({ transactional_message_id: 3, identifiers: { email } }));
//                        ^^^^^^^^^^^^^^^^ error[transactional-missing-required]: this `SendEmailRequest` lacks `to`
  await api.sendEmail(new SendEmailRequest({ transactional_message_id: 3, identifiers: { id } }));
//                        ^^^^^^^^^^^^^^^^ error[transactional-missing-required]: this `SendEmailRequest` lacks `to`
  await api.sendEmail(new SendEmailRequest({ to: email, identifiers: { id }, body: "<p>Hi</p>", subject: "Hi" }));
//                        ^^^^^^^^^^^^^^^^ error[transactional-missing-required]: this `SendEmailRequest` has no message
  await api.sendPush(new SendPushRequest({ transactional_message_id: undefined, identifiers: { id } }));
//                       ^^^^^^^^^^^^^^^ error[transactional-missing-required]: this `SendPushRequest` lacks `transactional_message_id`
  const seen: any = { identifiers: { id } };
  console.log(JSON.stringify(seen), Object.keys(seen));
  logger.info(seen);
  note(seen);
  await api.sendPush(new SendPushRequest(seen));
//                       ^^^^^^^^^^^^^^^ error[transactional-missing-required]: this `SendPushRequest` lacks `transactional_message_id`
  const options = { identifiers: { id }, message_data: { name: "Ada" } };
  await api.sendPush(new SendPushRequest(options));
//                       ^^^^^^^^^^^^^^^ error[transactional-missing-required]: this `SendPushRequest` lacks `transactional_message_id`
}

declare const logger: { info(what: unknown): void };

function note(options: any) {
  console.log(options.to);
}
