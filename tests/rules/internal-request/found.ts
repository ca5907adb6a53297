import { APIClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export const a = () => cio.request.post("/customers/42/events", { name: "signed_up" });
//                                      ^^^^^^^^^^^^^^^^^^^^^^ error[internal-request]: `request.post` expects a full URL, not a path: the request fails with "Invalid URL"
export const b = () => (api as any).request.get("https://api.customer.io/v1/segments");
//                     ^^^^^^^^^^^^^^^^^^^^^^^^ warning[internal-request]: `request` is an internal object of APIClient
export const c = (url: string) => cio.request.put(url, { plan: "pro" });
//                                ^^^^^^^^^^^^^^^ warning[internal-request]: `request` is an internal object of TrackClient
export const d = (url: string) => (cio.request as any).patch(url, { plan: "pro" });
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[internal-request]: `request` of TrackClient has no method `patch`
