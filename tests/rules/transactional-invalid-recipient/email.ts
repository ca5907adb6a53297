import { SendEmailRequest } from "customerio-node";

const identifiers = { id: "42" };
const transactional_message_id = 3;

export const list = new SendEmailRequest({
  transactional_message_id,
  identifiers,
  to: ["ada@example.com", "bob@example.com"],
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transactional-invalid-recipient]: `to` is one text, and a list is answered with 400: nothing is sent
});
export const mixed = (email: string) =>
  new SendEmailRequest({ transactional_message_id, identifiers, to: ["ada@example.com", email] });
//                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transactional-invalid-recipient]: `to` is one text, and a list is answered with 400: nothing is sent
export const person = new SendEmailRequest({ transactional_message_id, identifiers, to: { email: "ada@example.com" } });
//                                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transactional-invalid-recipient]: `to` is one text, and an object is answered with 400: nothing is sent
export const empty = new SendEmailRequest({ transactional_message_id, identifiers, to: "" });
//                                                                                     ^^ error[transactional-invalid-recipient]: the recipient is empty: nothing is sent
export const name = new SendEmailRequest({ transactional_message_id, identifiers, to: "ada" });
//                                                                                    ^^^^^ error[transactional-invalid-recipient]: not all of this are addresses: nothing is sent
export const comma = new SendEmailRequest({ transactional_message_id, identifiers, to: "Doe, Jane <jane@example.com>" });
//                                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transactional-invalid-recipient]: the comma in the name ends the address before it: nothing is sent
export const number = new SendEmailRequest({ transactional_message_id, identifiers, to: 42 });
//                                                                                      ^^ error[transactional-invalid-recipient]: this is no address: nothing is sent

const office = "office";
export const variable = new SendEmailRequest({ transactional_message_id, identifiers, to: office });
//                                                                                        ^^^^^^ error[transactional-invalid-recipient]: not all of this are addresses: nothing is sent
export const many = new SendEmailRequest({
  transactional_message_id,
  identifiers,
  to: "a@b.c, b@b.c, c@b.c, d@b.c, e@b.c, f@b.c, g@b.c, h@b.c, i@b.c, j@b.c, k@b.c, l@b.c, m@b.c, n@b.c, o@b.c",
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transactional-invalid-recipient]: a message goes to 15 addresses at the most, those of `bcc` included: nothing is sent
  bcc: "archive@b.c",
});
