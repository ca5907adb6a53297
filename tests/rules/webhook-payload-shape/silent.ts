import { genuine } from "./genuine";

const store = { events: [] as unknown[] };

export function receive(req: any, res: any) {
  if (!genuine(req.headers["x-cio-signature"], req.headers["x-cio-timestamp"], req.rawBody)) return res.sendStatus(401);
  const { object_type, metric, data } = req.body;
  store.events.push(data);
  if (object_type === "email" && metric === "bounced") console.log(data);
  switch (metric) {
    case "spammed":
    case "unsubscribed":
      console.log(data);
  }
  res.sendStatus(200);
}
//- /src/genuine.ts
export const genuine = (...all: string[]) => all.length > 0;
//- /src/other.ts
// Another service's.
export function receive(req: any, res: any) {
  if (!req.headers["x-twilio-email-event-webhook-signature"] || !req.isGenuine) return res.sendStatus(401);
  for (const event of req.body.events) if (event.event_type === "email_bounced") console.log(event);
  res.sendStatus(200);
}
//- /src/both.ts
export function receive(req: any, res: any) {
  if (!verified(req.headers["x-cio-signature"] ?? req.headers["svix-signature"])) return res.sendStatus(401);
  if (req.body.event_type === "email_bounced") console.log(req.body);
  res.sendStatus(200);
}
declare function verified(signature: string): boolean;
