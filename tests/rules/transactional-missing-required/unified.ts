//@ sdk = 5.2.0+next
import { CustomerIO, SendPushRequest } from "customerio-node";

const cio = new CustomerIO({ apiKey: process.env.CIO_API_KEY });
const identifiers = { id: "42" };
await cio.sendPush({ transactional_message_id: 1, identifiers });
export const send = (options: any) => cio.sendPush(options);
await cio.sendPush({ transactional_message_id: 1 });
//        ^^^^^^^^ error[transactional-missing-required]: this call of `sendPush` lacks `identifiers`
await cio.sendPush(new SendPushRequest({ identifiers }));
//                     ^^^^^^^^^^^^^^^ error[transactional-missing-required]: this `SendPushRequest` lacks `transactional_message_id`
