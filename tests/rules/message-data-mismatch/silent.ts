//@ customerio.json = { "account": { "messages": [{ "id": 12, "triggerName": "welcome", "data": ["first_name", { "name": "coupon", "optional": true }] }, { "id": 13, "triggerName": "receipt", "data": ["order.total", "order.items", "url"] }, { "id": 14, "triggerName": "ping", "data": [] }, { "id": 15, "triggerName": "other" }] } }
import { SendEmailRequest, SendPushRequest } from "customerio-node";

const identifiers = { id: "42" };

export function silent(id: string, data: Record<string, unknown>, rest: object, order: { total: number }, late: boolean) {
  // What the template does without, what it does not use, and what is not known of it.
  new SendPushRequest({ transactional_message_id: 12, message_data: { first_name: "Ada", source: "app" }, identifiers });
  new SendPushRequest({ transactional_message_id: "ping", identifiers });
  new SendPushRequest({ transactional_message_id: "other", message_data: { anything: 1 }, identifiers });
  new SendPushRequest({ transactional_message_id: id, message_data: {}, identifiers });
  // What is not seen.
  new SendPushRequest({ transactional_message_id: 12, message_data: data, identifiers });
  new SendPushRequest({ transactional_message_id: 12, message_data: { ...data }, identifiers });
  new SendPushRequest({ transactional_message_id: 12, identifiers, ...rest });
  new SendPushRequest({ transactional_message_id: 12, message_data: build(), identifiers });
  new SendPushRequest({ transactional_message_id: 12, message_data: { [id]: "Ada" }, identifiers });
  new SendPushRequest({ transactional_message_id: 13, message_data: { order, url: undefined }, identifiers });
  new SendPushRequest({ transactional_message_id: 13, message_data: { order: { ...order }, url: "" }, identifiers });
  // What comes later, or under a condition.
  const grown: Record<string, unknown> = {};
  grown.first_name = "Ada";
  new SendPushRequest({ transactional_message_id: 12, message_data: grown, identifiers });
  const maybe: Record<string, unknown> = {};
  if (late) maybe.first_name = "Ada";
  new SendPushRequest({ transactional_message_id: 12, message_data: maybe, identifiers });
  const filled: Record<string, unknown> = {};
  Object.assign(filled, build());
  new SendPushRequest({ transactional_message_id: 12, message_data: filled, identifiers });
  const handed = { first: "Ada" };
  fill(handed);
  new SendPushRequest({ transactional_message_id: 12, message_data: handed, identifiers });
  const request = new SendPushRequest({ transactional_message_id: 12, identifiers });
  request.message.message_data = { first_name: "Ada" };
  // The text of the message is given with it.
  new SendEmailRequest({ transactional_message_id: 12, body: "Hi", to: "ada@example.com", identifiers });
  new SendPushRequest({ transactional_message_id: 12, message: "Hi", identifiers } as never);
}

declare function build(): Record<string, unknown>;
declare function fill(data: Record<string, unknown>): void;
