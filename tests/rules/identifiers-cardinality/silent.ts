import { SendPushRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const transactional_message_id = 3;

export const one = new SendPushRequest({ transactional_message_id, identifiers: { email: "ada@example.com" } });
export const other = new SendPushRequest({ transactional_message_id, identifiers: { cio_id: "a1" } as any });

export const unseen = (identifiers: any, user: { id?: string } | undefined, id: string, rest: object) => [
  new SendPushRequest({ transactional_message_id, identifiers }),
  new SendPushRequest({ transactional_message_id, identifiers: { ...rest } as any }),
  new SendPushRequest({ transactional_message_id, identifiers: { id: "1", email: "a@b.c" }, ...rest }),
  new SendPushRequest({ transactional_message_id, identifiers: { id: user?.id, email: process.env.EMAIL } as any }),
  new SendPushRequest({ transactional_message_id, identifiers: id ? { id } : ({ email: "a@b.c" } as any) }),
  new SendPushRequest({ transactional_message_id, identifiers: { id: "1", email: undefined } as any }),
];

await cio.batch([
  { type: "person", action: "delete", identifiers: { phone: "+41791234567" } },
  { type: "object", action: "delete", identifiers: { object_type_id: "1", object_id: "2" } },
  { type: "person", action: "merge", primary: { id: "1" }, secondary: { email: "a@b.c" } },
]);
