//@ customerio.json = { "account": { "messages": [{ "id": 12, "triggerName": "welcome" }, { "id": 13, "triggerName": "receipt" }] } }
import { Mailer, notify, send } from "./mailer";
import { MESSAGES } from "./messages";

export async function signUp(id: string, mailer: Mailer) {
  await send(id, "welcome");
  await send(id, "wellcome");
  //             ^^^^^^^^^^ warning[transactional-unknown-template]: the account has no message with the trigger name `wellcome`
  await send(id, MESSAGES.receipt);
  //             ^^^^^^^^^^^^^^^^ warning[transactional-unknown-template]: the account has no message with the id 31
  await send(id, "");
  //             ^^ error[transactional-unknown-template]: the message id is empty
  await mailer.mail({ id, message: "reciept" });
  //                               ^^^^^^^^^ warning[transactional-unknown-template]: the account has no message with the trigger name `reciept`
  await mailer.goodbye(id);
  await notify(id, "goodbye");
  //               ^^^^^^^^^ warning[transactional-unknown-template]: the account has no message with the trigger name `goodbye`
}
//- /src/mailer.ts
import { APIClient, SendEmailRequest, SendPushRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export function send(id: string, message: string | number) {
  const request = new SendEmailRequest({ transactional_message_id: message, to: "ada@example.com", identifiers: { id } });
  return api.sendEmail(request);
}

export class Mailer {
  mail({ id, message }: { id: string; message: string }) {
    return api.sendPush(new SendPushRequest({ transactional_message_id: message, identifiers: { id } }));
  }
  goodbye(id: string) {
    return api.sendPush(new SendPushRequest({ transactional_message_id: "goodbye", identifiers: { id } }));
    //                                                                  ^^^^^^^^^ warning[transactional-unknown-template]: the account has no message with the trigger name `goodbye`
  }
}

// One id, two requests.
export async function notify(id: string, message: string) {
  await api.sendPush(new SendPushRequest({ transactional_message_id: message, identifiers: { id } }));
  await send(id, message);
}
//- /src/messages.ts
export const MESSAGES = { receipt: 31 } as const;
