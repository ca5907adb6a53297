import { APIClient, SendEmailRequest, SendPushRequest, SendSMSRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function send(email: string, id: string, rest: any, template?: number) {
  await api.sendEmail(new SendEmailRequest({ transactional_message_id: 3, to: email, identifiers: { id } }));
  await api.sendEmail(
    new SendEmailRequest({ to: email, identifiers: { id }, body: "<p>Hi</p>", subject: "Hi", from: "shop@example.com" }),
  );
  await api.sendEmail(new SendEmailRequest({ to: email, ...rest }));
  await api.sendEmail(new SendEmailRequest(rest));
  await api.sendPush(new SendPushRequest({ identifiers: { id }, ...(template ? { transactional_message_id: 3 } : {}) }));
  await api.sendPush(new SendPushRequest({ identifiers: { id }, transactional_message_id: template }));
  const options: any = { identifiers: { id } };
  options.transactional_message_id = template;
  await api.sendSMS(new SendSMSRequest(options));
}

// What else may be in it by then.
export async function filled(id: string) {
  const put: any = { to: "ada@example.com" };
  Object.assign(put, { identifiers: { id }, transactional_message_id: 3 });
  await api.sendEmail(new SendEmailRequest(put));
  const handed: any = { to: "ada@example.com", identifiers: { id } };
  withMessage(handed);
  await api.sendEmail(new SendEmailRequest(handed));
  const renamed: any = { to: "ada@example.com", identifiers: { id } };
  const other = renamed;
  other.transactional_message_id = 3;
  await api.sendEmail(new SendEmailRequest(renamed));
  const written: any = { to: "ada@example.com", identifiers: { id } };
  setMessage(written);
  await api.sendEmail(new SendEmailRequest(written));
}

declare function withMessage(options: any): void;

function setMessage(options: any) {
  options.transactional_message_id = 3;
}

const later = new SendPushRequest({ identifiers: { id: "42" } } as any);
later.message.transactional_message_id = 3;
