import { APIClient, SendEmailRequest, SendPushRequest, SendSMSRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const deliver = (request: SendPushRequest) => api.sendPush(request);

await api.sendPush(new SendPushRequest({ transactional_message_id: 3, identifiers: { id: "42" } }));

const text = new SendSMSRequest({ transactional_message_id: 3, identifiers: { id: "42" } });
await api.sendSMS(text);
await api["sendPush"](text);

await deliver(new SendEmailRequest({ transactional_message_id: 3, to: "ada@example.com", identifiers: { id: "42" } }));
