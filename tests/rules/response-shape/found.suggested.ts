import { APIClient, SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function a(request: SendEmailRequest) {
  const response = await api.sendEmail(request);
  console.log(response.delivery_id, response.status, response.headers["x-request-id"]);
  console.log(response?.delivery_id);
  return response;
}
export async function b(id: string) {
  const { data } = await cio.identify(id, { plan: "pro" });
  if ((await cio.destroy(id)).status === 200) return data;
  return (await cio.suppress(id)).json();
}
export const c = (request: SendEmailRequest) => api.sendEmail(request).then((response) => response.delivery_id);
export const d = (request: SendEmailRequest) => api.sendEmail(request).then(({ status }) => status);
export async function e() {
  let answer;
  try {
    answer = await api.triggerBroadcast(7, {}, { ids: ["1"] });
  } catch {
    return;
  }
  return answer.ok;
}
