import { SendPushRequest } from "customerio-node";

const common = { transactional_message_id: "shipped", identifiers: { id: "42" } };

export const requests = (draft: boolean) => [
  new SendPushRequest({ ...common, queue_draft: false }),
  new SendPushRequest({ ...common, queue_draft: draft }),
  new SendPushRequest({ ...common, queue_draft: process.env.NODE_ENV !== "production" }),
  new SendPushRequest({ ...common, ...(draft && { queue_draft: true }) }),
];
