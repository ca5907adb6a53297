import { genuine } from "./genuine";

export function receive(req: any, res: any) {
  if (!genuine(req.headers["x-cio-signature"], req.headers["x-cio-timestamp"], req.rawBody)) return res.sendStatus(401);
  for (const event of req.body.events) {
    //                ^^^^^^^^^^^^^^^ warning[webhook-payload-shape]: each request contains one event
    switch (event.event_type) {
      //    ^^^^^^^^^^^^^^^^ warning[webhook-payload-shape]: have no `event_type`
      case "email_bounced":
      //   ^^^^^^^^^^^^^^^ warning[webhook-payload-shape]: Customer.io's webhooks never contain `email_bounced`
        break;
      case "complained":
      //   ^^^^^^^^^^^^ warning[webhook-payload-shape]: Customer.io's webhooks never contain `complained`
        break;
    }
    if (event.type === "email.opened") console.log(event);
    //                 ^^^^^^^^^^^^^^ warning[webhook-payload-shape]
  }
  res.sendStatus(200);
}
export async function POST(request: Request) {
  const { events } = await request.json();
  //      ^^^^^^ warning[webhook-payload-shape]: have no `events`
  return Response.json(events);
}
//- /src/genuine.ts
export const genuine = (...all: string[]) => all.length > 0;
