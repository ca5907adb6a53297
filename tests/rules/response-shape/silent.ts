import { APIClient, SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function a(request: SendEmailRequest) {
  const response = await api.sendEmail(request);
  return [response.delivery_id, response.queued_at];
}
// Another library's.
export async function b(id: string) {
  await cio.identify(id, { plan: "pro" });
  const response = await fetch("https://example.com");
  return [response.status, response.headers, await response.json()];
}
// What the API says of these is its own.
export async function c() {
  const { campaign } = await api.getCampaign(7);
  return [campaign.status, (await api.getExport(3)).export.status, (await api.listExports()).data];
}
export async function d(id: string) {
  try {
    await cio.destroy(id);
  } catch (error) {
    return (error as { statusCode?: number }).statusCode;
  }
}
export const e = { ...(await api.getCustomersByEmail("ada@example.com")), data: 1 }.data;
//- /src/mail.test.ts
import { cio } from "./cio";

export const status = (await cio.identify("1", { plan: "pro" })).status;
//- /src/cio.ts
import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
