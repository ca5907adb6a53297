import { APIClient, SendEmailRequest, SendPushRequest, SendSMSRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const deliver = (request: SendPushRequest) => api.sendPush(request);

await api.sendSMS(new SendPushRequest({ transactional_message_id: 3, identifiers: { id: "42" } }));
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[wrong-request-class]: `sendSMS` takes an instance of `SendSMSRequest`: for a `SendPushRequest` it throws at once, and nothing is sent

const text = new SendSMSRequest({ transactional_message_id: 3, identifiers: { id: "42" } });
await api.sendPush(text);
//                 ^^^^ error[wrong-request-class]: `sendPush` takes an instance of `SendPushRequest`: for a `SendSMSRequest` it throws at once, and nothing is sent
await api["sendPush"](text);
//                    ^^^^ error[wrong-request-class]: `sendPush` takes an instance of `SendPushRequest`: for a `SendSMSRequest` it throws at once, and nothing is sent

await deliver(new SendEmailRequest({ transactional_message_id: 3, to: "ada@example.com", identifiers: { id: "42" } }));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[wrong-request-class]: `sendPush` takes an instance of `SendPushRequest`: for a `SendEmailRequest` it throws at once, and nothing is sent
