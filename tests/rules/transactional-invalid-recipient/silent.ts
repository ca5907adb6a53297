import { SendEmailRequest, SendPushRequest, SendSMSRequest } from "customerio-node";

const identifiers = { id: "42" };
const transactional_message_id = 3;

export const fine = [
  new SendEmailRequest({ transactional_message_id, identifiers, to: "ada@example.com" }),
  new SendEmailRequest({ transactional_message_id, identifiers, to: '"Doe, Jane" <jane@example.com>, bob@example.com' }),
  new SendEmailRequest({ transactional_message_id, identifiers, to: "{{customer.email}}" }),
  new SendEmailRequest({ transactional_message_id, identifiers, to: process.env.OFFICE! }),
  new SendPushRequest({ transactional_message_id, identifiers, to: "last_used" }),
  new SendSMSRequest({ transactional_message_id, identifiers, to: "+41791234567" }),
  new SendSMSRequest({ transactional_message_id, identifiers, to: "{{customer.phone}}" }),
];

export const unseen = (to: string, domain: string, all: string[], test: boolean, rest: object) => [
  new SendEmailRequest({ transactional_message_id, identifiers, to }),
  new SendEmailRequest({ transactional_message_id, identifiers, to: `office@${domain}` }),
  new SendEmailRequest({ transactional_message_id, identifiers, to: all.join(", ") }),
  new SendEmailRequest({ transactional_message_id, identifiers, to: test ? "" : to }),
  new SendEmailRequest({ transactional_message_id, identifiers, to: "", ...rest }),
];
