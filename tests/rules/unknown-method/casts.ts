// A cast to `any` does not change what something is.
import { APIClient, TrackClient } from "customerio-node";

interface Extended extends TrackClient {
  sendEmail(request: object): Promise<unknown>;
}

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!) as any;

export async function wrong(id: string) {
  await (cio as any).sendEmail({});
//                   ^^^^^^^^^ error[unknown-method]: TrackClient has no method `sendEmail`
  await (<any>cio).sendEmail({});
//                 ^^^^^^^^^ error[unknown-method]: TrackClient has no method `sendEmail`
  await (cio as unknown as any).sendEmail({});
//                              ^^^^^^^^^ error[unknown-method]: TrackClient has no method `sendEmail`
  await api.identify(id);
//          ^^^^^^^^ error[unknown-method]: APIClient has no method `identify`
}

export async function right(id: string) {
  await (cio as unknown as Extended).sendEmail({});
  await (cio as Extended).sendEmail({});
  await (cio as any).identify(id);
}
export async function as_another_client() {
  await (new APIClient(process.env.CUSTOMERIO_APP_API_KEY!) as unknown as TrackClient).identify("1", { plan: "pro" });
//                                                                                     ^^^^^^^^ error[unknown-method]: APIClient has no method `identify`
  await (cio as unknown as APIClient).sendEmail({} as any);
//                                    ^^^^^^^^^ error[unknown-method]: TrackClient has no method `sendEmail`
}
