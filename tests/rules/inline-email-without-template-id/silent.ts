import { SendEmailRequest, SendPushRequest } from "customerio-node";

const inline = { from: "shop@example.com", subject: "Your order", body: "It is on its way." };
const person = { to: "ada@example.com", identifiers: { id: "42" } };

export const requests = (rest: object, id?: string) => [
  new SendEmailRequest({ ...person, ...inline, transactional_message_id: "shipped" }),
  new SendEmailRequest({ ...person, ...inline, transactional_message_id: id }),
  new SendEmailRequest({ ...person, ...inline, ...rest }),
  new SendPushRequest({ transactional_message_id: "shipped", identifiers: { id: "42" } }),
];
