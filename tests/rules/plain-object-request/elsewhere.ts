import { api } from "./client";
import { deliver } from "./deliver";

await api.sendEmail({ transactional_message_id: "welcome", to: "ada@example.com", identifiers: { id: "42" } });
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[plain-object-request]: `sendEmail` expects an instance of `SendEmailRequest`, found a plain object

await deliver({ transactional_message_id: 3, identifiers: { id: "42" } });
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[plain-object-request]: `sendPush` expects an instance of `SendPushRequest`, found a plain object

//- /src/client.ts
import { APIClient } from "customerio-node";

export const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

//- /src/deliver.ts
import { api } from "./client";

export const deliver = (request) => api.sendPush(request);
