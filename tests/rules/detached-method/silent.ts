import { APIClient, SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

const identify = cio.identify.bind(cio);
export const a = (id: string) => identify(id, { plan: "pro" });
export const b = (ids: string[]) => Promise.all(ids.map(cio.destroy, cio));
export const c = (ids: string[]) => Promise.all(ids.map((id) => cio.destroy(id)));
const track = cio.track;
export const d = (id: string) => track.call(cio, id, { name: "left" });
export const e = (id: string) => cio.suppress.apply(cio, [id]);
export const f = (id: string) => Reflect.apply(cio.suppress, cio, [id]);
export const m = (id: string) => console.log(cio.toString(), id);
export const g = (id: string) => (cio.destroy)(id);
export const h = (wrap: (client: APIClient, send: unknown) => void) => wrap(api, api.sendEmail);
export const i = () => typeof cio.track === "function" && !!api.sendEmail;
export const j = (made: Promise<SendEmailRequest>) => made.then(api.sendEmail.bind(api));
const { suppress } = cio;
export const k = suppress.name;
class Own {
  send = async (request: SendEmailRequest) => api.sendEmail(request);
}
const own = new Own();
export const l = (requests: SendEmailRequest[]) => Promise.all(requests.map(own.send));
//- /src/patched.ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
cio.identify = cio.identify.bind(cio);
export const a = (id: string, run: (f: unknown) => void) => run(cio.identify);
//- /src/mail.test.ts
import { cio } from "./cio";

const { identify } = cio;
identify("1", {});
//- /src/cio.ts
import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
