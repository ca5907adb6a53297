import { APIClient, SendEmailRequest } from "customerio-node";
import { addRecipient } from "./recipients";
import set from "lodash/set";
import _ from "lodash";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

// What is put into an object elsewhere than in its literal is there, too.
export async function filled(to: string, id: string) {
  const assigned: any = {};
  Object.assign(assigned, { to, identifiers: { id }, transactional_message_id: 3 });
  await api.sendEmail(new SendEmailRequest(assigned));

  const merged = Object.assign({}, { to }, { identifiers: { id }, transactional_message_id: 3 });
  await api.sendEmail(new SendEmailRequest(merged));

  const handed: any = { transactional_message_id: 3 };
  addRecipient(handed, to);
  await api.sendEmail(new SendEmailRequest(handed));

  const own: any = { transactional_message_id: 3 };
  addressed(own, to, id);
  await api.sendEmail(new SendEmailRequest(own));

  const byPath: any = { to, transactional_message_id: 3 };
  set(byPath, "identifiers.id", id);
  await api.sendEmail(new SendEmailRequest(byPath));

  const byMerge: any = { to, transactional_message_id: 3 };
  _.merge(byMerge, { identifiers: { id } });
  await api.sendEmail(new SendEmailRequest(byMerge));

  const request: any = new SendEmailRequest({ to, identifiers: { id } } as any);
  Object.assign(request.message, { transactional_message_id: 3 });
  await api.sendEmail(request);

  const looped: any = {};
  for (const [key, value] of Object.entries({ to, identifiers: { id } })) looped[key] = value;
  await api.sendEmail(new SendEmailRequest(looped));
}

function addressed(options: any, to: string, id: string) {
  options.to = to;
  options.identifiers = { id };
}

class Mail {
  private options: any = {};
  to(address: string) {
    this.options.to = address;
    return this;
  }
  template(id: number) {
    this.options.transactional_message_id = id;
    return this;
  }
  build() {
    this.options.identifiers = { email: this.options.to };
    return new SendEmailRequest(this.options);
  }
}
export const mail = new Mail();

// What only looks at an object leaves it as it is.
export async function looked(to: string, log: any) {
  const options: any = { to, transactional_message_id: 3 };
  console.log("sending", options);
  log.info(JSON.stringify(options), options);
  await api.sendEmail(new SendEmailRequest(options));
//                        ^^^^^^^^^^^^^^^^ error[transactional-missing-required]: lacks `identifiers`
  const copied: any = Object.assign({}, { to }, { transactional_message_id: 3 });
  await api.sendEmail(new SendEmailRequest(copied));
//                        ^^^^^^^^^^^^^^^^ error[transactional-missing-required]: lacks `identifiers`
  const own: any = { to, transactional_message_id: 3 };
  inspected(own);
  await api.sendEmail(new SendEmailRequest(own));
//                        ^^^^^^^^^^^^^^^^ error[transactional-missing-required]: lacks `identifiers`
}

function inspected(options: any) {
  if (!options.to) throw new Error("nobody to send to");
}
