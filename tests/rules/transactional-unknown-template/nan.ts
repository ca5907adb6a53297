import { SendPushRequest } from "customerio-node";

const identifiers = { id: "42" };
const SHIPPED = parseInt("tmpl_12");

export const requests = (id: number, later?: number) => [
  new SendPushRequest({ transactional_message_id: Number("welcome"), identifiers }),
//                                                ^^^^^^^^^^^^^^^^^ error[transactional-unknown-template]: the message id is `NaN`, which is sent as null
  new SendPushRequest({ transactional_message_id: SHIPPED, identifiers }),
//                                                ^^^^^^^ error[transactional-unknown-template]: `NaN`
  new SendPushRequest({ transactional_message_id: Number(undefined), identifiers }),
//                                                ^^^^^^^^^^^^^^^^^ error[transactional-unknown-template]: `NaN`
  new SendPushRequest({ transactional_message_id: Number.NaN, identifiers }),
//                                                ^^^^^^^^^^ error[transactional-unknown-template]: `NaN`
  new SendPushRequest({ transactional_message_id: parseInt("c1", 16), identifiers }),
  new SendPushRequest({ transactional_message_id: parseInt("12 apples", 10), identifiers }),
  new SendPushRequest({ transactional_message_id: Number(process.env.TEMPLATE), identifiers }),
  new SendPushRequest({ transactional_message_id: parseInt(process.env.TEMPLATE ?? "none"), identifiers }),
  new SendPushRequest({ transactional_message_id: Number(later), identifiers }),
  new SendPushRequest({ transactional_message_id: id, identifiers }),
];
