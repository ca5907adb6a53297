import { SendPushRequest } from "customerio-node";

const queue_draft = true;
const common = { transactional_message_id: "shipped", identifiers: { id: "42" } };

export const one = new SendPushRequest({ ...common, queue_draft: true });
//                                                               ^^^^ info[queue-draft-true]: Customer.io saves the message as a draft and does not send it
export const two = new SendPushRequest({ ...common, queue_draft });
//                                                  ^^^^^^^^^^^ info[queue-draft-true]: Customer.io saves the message as a draft and does not send it
