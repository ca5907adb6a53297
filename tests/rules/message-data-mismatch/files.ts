//@ customerio.json = { "account": { "messages": [{ "id": 12, "triggerName": "welcome", "data": ["first_name", { "name": "coupon", "optional": true }] }, { "id": 13, "triggerName": "receipt", "data": ["order.total", "order.items", "url"] }, { "id": 14, "triggerName": "ping", "data": [] }, { "id": 15, "triggerName": "other" }] } }
import { Mailer, notify, send, sendWelcome } from "./mailer";
import { DATA } from "./data";

export async function signUp(id: string, mailer: Mailer, url: string) {
  await send(id, "welcome", { first_name: "Ada" });
  await send(id, "welcome", { firstname: "Ada" });
  //             ^^^^^^^^^ warning[message-data-mismatch]: the template of `welcome` uses `first_name`
  await send(id, "welcome", DATA);
  //             ^^^^^^^^^ warning[message-data-mismatch]: uses `first_name`
  await send(id, "receipt", { order: { total: 1, items: [] } });
  //             ^^^^^^^^^ warning[message-data-mismatch]: uses `url`
  await sendWelcome(id, { name: "Ada" });
  //                    ^^^^^^^^^^^^^^^ warning[message-data-mismatch]: uses `first_name`
  await mailer.mail({ id, message: "welcome", data: { coupon: "X" } });
  //                                                ^^^^^^^^^^^^^^^ warning[message-data-mismatch]: uses `first_name`
  const data = { firstName: "Ada" };
  await mailer.mail({ id, message: "welcome", data });
  //                                          ^^^^ warning[message-data-mismatch]: uses `first_name`
  await mailer.mail({ id, message: "ping", data: {} });
  await notify(id, "welcome");
  //               ^^^^^^^^^ warning[message-data-mismatch]: the template of `welcome` uses `first_name`, but the request has no `message_data`
}
//- /src/mailer.ts
import { APIClient, SendEmailRequest, SendPushRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export function send(id: string, message: string, data: Record<string, unknown>) {
  const options = { transactional_message_id: message, message_data: { ...data }, to: "ada@example.com", identifiers: { id } };
  return api.sendEmail(new SendEmailRequest(options));
}

export const sendWelcome = (id: string, data: Record<string, unknown>) =>
  api.sendPush(new SendPushRequest({ transactional_message_id: 12, message_data: data, identifiers: { id } }));

export class Mailer {
  mail({ id, message, data }: { id: string; message: string; data: Record<string, unknown> }) {
    return api.sendPush(new SendPushRequest({ transactional_message_id: message, message_data: data, identifiers: { id } }));
  }
}

export const notify = (id: string, message: string) =>
  api.sendPush(new SendPushRequest({ transactional_message_id: message, identifiers: { id } }));
//- /src/data.ts
export const DATA = { coupon: "X" };
