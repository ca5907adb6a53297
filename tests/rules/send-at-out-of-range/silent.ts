import { SendPushRequest } from "customerio-node";

const common = { transactional_message_id: "renewal", identifiers: { id: "42" } };
const DAY = 24 * 60 * 60;

export const requests = (days: number, at: number) => [
  new SendPushRequest({ ...common, send_at: Math.floor(Date.now() / 1000) + 90 * DAY }),
  new SendPushRequest({ ...common, send_at: Math.floor(Date.now() / 1000) + days * DAY }),
  new SendPushRequest({ ...common, send_at: Math.floor(Date.now() / 1000) }),
  new SendPushRequest({ ...common, send_at: at }),
  new SendPushRequest({ ...common, send_at: 0 }),
  // Whether that is past depends on today.
  new SendPushRequest({ ...common, send_at: 1704067200 }),
  new SendPushRequest({ ...common, message_data: { send_at: 3600 } }),
];

export function later(weeks: number) {
  let at = Math.floor(Date.now() / 1000) + 120 * DAY;
  while (weeks-- > 0) at -= 7 * DAY;
  return new SendPushRequest({ ...common, send_at: at });
}
