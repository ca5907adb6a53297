import { SendEmailRequest, SendPushRequest } from "customerio-node";

export const email = (mesage_data: object) =>
  new SendEmailRequest({
    transactional_message_id: 3,
    to: "ada@example.com",
    identifiers: { id: "1" },
    message_data: mesage_data,
    reply_to: "office@example.com",
    order_number: 12,
  });

const options = { transactional_message_id: 3, identifiers: { id: "1" }, title: "Shipped" };
export const push = new SendPushRequest(options);
// The message is there under a name that is nearly right: that is all there is to say.
export const typo = new SendPushRequest({ transactional_message_id: 3, identifiers: { id: "1" } });
