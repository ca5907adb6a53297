import { SendEmailRequest } from "customerio-node";

const identifiers = { id: "42" };
const transactional_message_id = 3;

export const list = new SendEmailRequest({
  transactional_message_id,
  identifiers,
  to: "ada@example.com, bob@example.com",
});
export const mixed = (email: string) =>
  new SendEmailRequest({ transactional_message_id, identifiers, to: ["ada@example.com", email] });
export const person = new SendEmailRequest({ transactional_message_id, identifiers, to: { email: "ada@example.com" } });
export const empty = new SendEmailRequest({ transactional_message_id, identifiers, to: "" });
export const name = new SendEmailRequest({ transactional_message_id, identifiers, to: "ada" });
export const comma = new SendEmailRequest({ transactional_message_id, identifiers, to: "Doe, Jane <jane@example.com>" });
export const number = new SendEmailRequest({ transactional_message_id, identifiers, to: 42 });

const office = "office";
export const variable = new SendEmailRequest({ transactional_message_id, identifiers, to: office });
export const many = new SendEmailRequest({
  transactional_message_id,
  identifiers,
  to: "a@b.c, b@b.c, c@b.c, d@b.c, e@b.c, f@b.c, g@b.c, h@b.c, i@b.c, j@b.c, k@b.c, l@b.c, m@b.c, n@b.c, o@b.c",
  bcc: "archive@b.c",
});
