//@ customerio.json = { "account": { "messages": [{ "id": 12 }] } }
import { SendPushRequest } from "customerio-node";

export const message = 12;
//- /src/mailer.test.ts
import { SendPushRequest } from "customerio-node";

test("it is pushed", () => {
  new SendPushRequest({ transactional_message_id: 1, identifiers: { id: "42" } });
});
