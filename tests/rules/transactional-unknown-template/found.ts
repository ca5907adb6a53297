import { SendEmailRequest, SendPushRequest } from "customerio-node";

const identifiers = { id: "42" };
const TEMPLATE = "YOUR_TEMPLATE_ID";

export const requests = (receipt: boolean) => [
  new SendPushRequest({ transactional_message_id: "", identifiers }),
//                                                ^^ error[transactional-unknown-template]: the id of the message is empty: the API answers with 400, and nothing is sent
  new SendPushRequest({ transactional_message_id: 0, identifiers }),
//                                                ^ error[transactional-unknown-template]: no message has the id 0: the API answers with 400, and nothing is sent
  new SendPushRequest({ transactional_message_id: TEMPLATE, identifiers }),
//                                                ^^^^^^^^ warning[transactional-unknown-template]: `YOUR_TEMPLATE_ID` is a placeholder, and no id of a message: the API answers with 400, and nothing is sent
  new SendEmailRequest({ transactional_message_id: receipt ? "receipt" : "changeme", to: "ada@example.com", identifiers }),
//                                                                       ^^^^^^^^^^ warning[transactional-unknown-template]: `changeme` is a placeholder, and no id of a message: the API answers with 400, and nothing is sent
];
