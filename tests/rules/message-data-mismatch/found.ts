//@ customerio.json = { "account": { "messages": [{ "id": 12, "triggerName": "welcome", "data": ["first_name", { "name": "coupon", "optional": true }] }, { "id": 13, "triggerName": "receipt", "data": ["order.total", "order.items", "url"] }, { "id": 14, "triggerName": "ping", "data": [] }, { "id": 15, "triggerName": "other" }, { "id": 16, "data": ["coupon_code", "valid_until", "first_name"] }] } }
import { SendEmailRequest, SendPushRequest } from "customerio-node";
import { coupon_code } from "./coupons";

const identifiers = { id: "42" };
const WELCOME = 12;

export function welcome(firstName: string, name: string) {
  new SendPushRequest({ transactional_message_id: WELCOME, message_data: { first_name: firstName }, identifiers });
  new SendPushRequest({ transactional_message_id: WELCOME, message_data: { name }, identifiers });
  //                                                       ^^^^^^^^^^^^ warning[message-data-mismatch]: the template of `welcome` uses `first_name`, missing in `message_data`
  new SendPushRequest({ transactional_message_id: "Welcome", message_data: { firstName }, identifiers });
  //                                                         ^^^^^^^^^^^^ warning[message-data-mismatch]: uses `first_name`
  new SendPushRequest({ transactional_message_id: "12", message_data: { "first-name": name, coupon: "X" }, identifiers });
  //                                                    ^^^^^^^^^^^^ warning[message-data-mismatch]: uses `first_name`
  new SendPushRequest({ transactional_message_id: WELCOME, identifiers });
  //                                              ^^^^^^^ warning[message-data-mismatch]: the template of `welcome` uses `first_name`, but the request has no `message_data`
  new SendPushRequest({ transactional_message_id: WELCOME, message_data: undefined, identifiers });
  //                                                       ^^^^^^^^^^^^ warning[message-data-mismatch]: the template of `welcome` uses `first_name`, but the request has no `message_data`
  new SendPushRequest({ transactional_message_id: WELCOME, message_data: {}, identifiers });
  //                                                       ^^^^^^^^^^^^ warning[message-data-mismatch]: uses `first_name`
}

export function receipt(order: { total: number; items: string[] }, trackingUrl: string, isNew: boolean) {
  const data = { order, url: trackingUrl };
  new SendPushRequest({ transactional_message_id: "receipt", message_data: data, identifiers });
  const half = { order: { total: order.total } };
  console.log(half, JSON.stringify(half));
  new SendEmailRequest({
    transactional_message_id: "receipt",
    message_data: half,
//  ^^^^^^^^^^^^ warning[message-data-mismatch]: the template of `receipt` uses `order.items` and `url`, missing in `message_data`
    to: "ada@example.com",
    identifiers,
  });
  new SendEmailRequest({
    transactional_message_id: "receipt",
    message_data: {
//  ^^^^^^^^^^^^ warning[message-data-mismatch]: uses `order` and `url`
      source: "app",
    },
    to: "ada@example.com",
    identifiers,
  });
  new SendPushRequest({ transactional_message_id: 13, message_data: isNew ? { order, url: "x" } : { order, uri: "x" }, identifiers });
  //                                                                                              ^^^^^^^^^^^^^^^^^^^ warning[message-data-mismatch]: uses `url`
}

// A variable is of use only where it is seen and has a value.
export function coupon(firstName: string) {
  new SendPushRequest({ transactional_message_id: 16, message_data: {}, identifiers });
  //                                                  ^^^^^^^^^^^^ warning[message-data-mismatch]: the template of message 16 uses `coupon_code`, `valid_until` and `first_name`
  const valid_until = new Date(2030, 1, 1).toDateString();
  return { coupon_code, valid_until };
}
