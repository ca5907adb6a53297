import { SendEmailRequest } from "customerio-node";

const identifiers = { id: "42" };
const transactional_message_id = 3;

export const list = new SendEmailRequest({
  transactional_message_id,
  identifiers,
  to: ["ada@example.com", "bob@example.com"],
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transactional-invalid-recipient]: expected one string in `to`, found a list
});
export const mixed = (email: string) =>
  new SendEmailRequest({ transactional_message_id, identifiers, to: ["ada@example.com", email] });
//                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transactional-invalid-recipient]: expected one string in `to`, found a list
export const person = new SendEmailRequest({ transactional_message_id, identifiers, to: { email: "ada@example.com" } });
//                                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transactional-invalid-recipient]: expected one string in `to`, found an object
export const empty = new SendEmailRequest({ transactional_message_id, identifiers, to: "" });
//                                                                                     ^^ error[transactional-invalid-recipient]: the recipient is empty
export const name = new SendEmailRequest({ transactional_message_id, identifiers, to: "ada" });
//                                                                                    ^^^^^ error[transactional-invalid-recipient]: part of this is not an email address
export const comma = new SendEmailRequest({ transactional_message_id, identifiers, to: "Doe, Jane <jane@example.com>" });
//                                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transactional-invalid-recipient]: the comma in the name splits the address
export const number = new SendEmailRequest({ transactional_message_id, identifiers, to: 42 });
//                                                                                      ^^ error[transactional-invalid-recipient]: `to` is not an email address

const office = "office";
export const variable = new SendEmailRequest({ transactional_message_id, identifiers, to: office });
//                                                                                        ^^^^^^ error[transactional-invalid-recipient]: part of this is not an email address
export const many = new SendEmailRequest({
  transactional_message_id,
  identifiers,
  to: "a@b.c, b@b.c, c@b.c, d@b.c, e@b.c, f@b.c, g@b.c, h@b.c, i@b.c, j@b.c, k@b.c, l@b.c, m@b.c, n@b.c, o@b.c",
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transactional-invalid-recipient]: more than 15 recipients, including those in `bcc`
  bcc: "archive@b.c",
});
