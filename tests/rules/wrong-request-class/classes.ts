import { APIClient, SendEmailRequest, SendPushRequest, SendSMSRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const deliver = (request: SendPushRequest) => api.sendPush(request);

await api.sendSMS(new SendPushRequest({ transactional_message_id: 3, identifiers: { id: "42" } }));
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[wrong-request-class]: `sendSMS` expects a `SendSMSRequest`, found a `SendPushRequest`

const text = new SendSMSRequest({ transactional_message_id: 3, identifiers: { id: "42" } });
await api.sendPush(text);
//                 ^^^^ error[wrong-request-class]: `sendPush` expects a `SendPushRequest`, found a `SendSMSRequest`
await api["sendPush"](text);
//                    ^^^^ error[wrong-request-class]: `sendPush` expects a `SendPushRequest`, found a `SendSMSRequest`

await deliver(new SendEmailRequest({ transactional_message_id: 3, to: "ada@example.com", identifiers: { id: "42" } }));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[wrong-request-class]: `sendPush` expects a `SendPushRequest`, found a `SendEmailRequest`
