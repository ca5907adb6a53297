import { SendEmailRequest, SendPushRequest } from "customerio-node";

export const email = (rest: object) =>
  new SendEmailRequest({
    transactional_message_id: 3,
    to: "ada@example.com",
    identifiers: { id: "1" },
    message_data: { order_number: 12 },
    disable_message_retention: true,
    headers: { "X-Order": "12" },
    order_number: undefined,
    ...rest,
  } as any);

export const push = new SendPushRequest({
  transactional_message_id: 3,
  identifiers: { id: "1" },
  device: { token: "t", platform: "ios" },
  custom_payload: {},
});
