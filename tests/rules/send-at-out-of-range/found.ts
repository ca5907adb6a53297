import { SendEmailRequest, SendPushRequest } from "customerio-node";

const common = { transactional_message_id: "renewal", identifiers: { id: "42" } };
const DAY = 24 * 60 * 60;
const inAYear = () => Math.round(Date.now() / 1000) + 365 * DAY;

export const requests = (soon: boolean) => [
  new SendPushRequest({ ...common, send_at: Math.floor(Date.now() / 1000) + 91 * DAY }),
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[send-at-out-of-range]: `send_at` lies 91 days ahead: the API takes 90 at the most
  new SendPushRequest({ ...common, send_at: Math.floor((Date.now() + 120 * DAY * 1000) / 1000) }),
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[send-at-out-of-range]: `send_at` lies 120 days ahead
  new SendEmailRequest({ ...common, to: "ada@example.com", send_at: inAYear() }),
//                                                                  ^^^^^^^^^ warning[send-at-out-of-range]: `send_at` lies 365 days ahead
  new SendPushRequest({ ...common, send_at: soon ? 3600 : undefined }),
//                                                 ^^^^ warning[send-at-out-of-range]: as Unix time 3600 lies in the past: the message is sent at once
  new SendPushRequest({ ...common, send_at: Math.floor(Date.now() / 1000) - DAY }),
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[send-at-out-of-range]: `send_at` lies in the past: the message is sent at once
  new SendPushRequest({ ...common, send_at: 1301616000 }),
//                                          ^^^^^^^^^^ warning[send-at-out-of-range]: as Unix time 1301616000 lies in the past
];
