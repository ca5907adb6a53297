import { SendEmailRequest, SendPushRequest } from "customerio-node";

const common = { transactional_message_id: "renewal", identifiers: { id: "42" } };
const DAY = 24 * 60 * 60;
const inAYear = () => Math.round(Date.now() / 1000) + 365 * DAY;

export const requests = (soon: boolean) => [
  new SendPushRequest({ ...common, send_at: Math.floor(Date.now() / 1000) + 91 * DAY }),
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[send-at-out-of-range]: `send_at` is 91 days ahead
  new SendPushRequest({ ...common, send_at: Math.floor((Date.now() + 120 * DAY * 1000) / 1000) }),
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[send-at-out-of-range]: `send_at` is 120 days ahead
  new SendEmailRequest({ ...common, to: "ada@example.com", send_at: inAYear() }),
//                                                                  ^^^^^^^^^ warning[send-at-out-of-range]: `send_at` is 365 days ahead
  new SendPushRequest({ ...common, send_at: soon ? 3600 : undefined }),
//                                                 ^^^^ warning[send-at-out-of-range]: 3600 is in the past as a Unix time
  new SendPushRequest({ ...common, send_at: Math.floor(Date.now() / 1000) - DAY }),
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[send-at-out-of-range]: `send_at` is in the past
  new SendPushRequest({ ...common, send_at: 1301616000 }),
//                                          ^^^^^^^^^^ warning[send-at-out-of-range]: 1301616000 is in the past as a Unix time
];
