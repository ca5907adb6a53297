import { SendEmailRequest, SendPushRequest } from "customerio-node";

const identifiers = { id: "42" };
const TEMPLATE = "YOUR_TEMPLATE_ID";

export const requests = (receipt: boolean) => [
  new SendPushRequest({ transactional_message_id: "", identifiers }),
//                                                ^^ error[transactional-unknown-template]: the message id is empty
  new SendPushRequest({ transactional_message_id: 0, identifiers }),
//                                                ^ error[transactional-unknown-template]: 0 is not a valid message id
  new SendPushRequest({ transactional_message_id: TEMPLATE, identifiers }),
//                                                ^^^^^^^^ warning[transactional-unknown-template]: `YOUR_TEMPLATE_ID` is a placeholder, not a message id
  new SendEmailRequest({ transactional_message_id: receipt ? "receipt" : "changeme", to: "ada@example.com", identifiers }),
//                                                                       ^^^^^^^^^^ warning[transactional-unknown-template]: `changeme` is a placeholder, not a message id
];
