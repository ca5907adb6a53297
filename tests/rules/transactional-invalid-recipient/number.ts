import { SendSMSRequest } from "customerio-node";

const identifiers = { id: "42" };

export const local = new SendSMSRequest({ transactional_message_id: 3, identifiers, to: "0791234567" });
//                                                                                      ^^^^^^^^^^^^ warning[transactional-invalid-recipient]: the phone number is not in E.164 format
export const blanks = new SendSMSRequest({ transactional_message_id: 3, identifiers, to: "+41 79 123 45 67" });
//                                                                                       ^^^^^^^^^^^^^^^^^^ warning[transactional-invalid-recipient]: the phone number is not in E.164 format
export const list = new SendSMSRequest({ transactional_message_id: 3, identifiers, to: ["+41791234567"] });
//                                                                                     ^^^^^^^^^^^^^^^^ error[transactional-invalid-recipient]: `to` must be a single phone number
