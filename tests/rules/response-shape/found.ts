import { APIClient, SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function a(request: SendEmailRequest) {
  const response = await api.sendEmail(request);
  console.log(response.data.delivery_id, response.status, response.headers["x-request-id"]);
//                     ^^^^ error[response-shape]: `data` is `undefined` in the response of `sendEmail`, so this throws a TypeError
//                                                ^^^^^^ warning[response-shape]: `status` is `undefined` in the response of `sendEmail`
//                                                                 ^^^^^^^ error[response-shape]: `headers` is `undefined` in the response of `sendEmail`, so this throws a TypeError
  console.log(response.data?.delivery_id);
//                     ^^^^ warning[response-shape]: `data` is `undefined` in the response of `sendEmail`
  return response.data;
//                ^^^^ warning[response-shape]: `data` is `undefined` in the response of `sendEmail`
}
export async function b(id: string) {
  const { data } = await cio.identify(id, { plan: "pro" });
//        ^^^^ warning[response-shape]: `data` is `undefined` in the response of `identify`
  if ((await cio.destroy(id)).status === 200) return data;
//                            ^^^^^^ warning[response-shape]: `status` is `undefined` in the response of `destroy`
  return (await cio.suppress(id)).json();
//                                ^^^^ error[response-shape]: `json` is `undefined` in the response of `suppress`, so this throws a TypeError
}
export const c = (request: SendEmailRequest) => api.sendEmail(request).then((response) => response.data.delivery_id);
//                                                                                                 ^^^^ error[response-shape]: `data` is `undefined` in the response of `sendEmail`, so this throws a TypeError
export const d = (request: SendEmailRequest) => api.sendEmail(request).then(({ status }) => status);
//                                                                             ^^^^^^ warning[response-shape]: `status` is `undefined` in the response of `sendEmail`
export async function e() {
  let answer;
  try {
    answer = await api.triggerBroadcast(7, {}, { ids: ["1"] });
  } catch {
    return;
  }
  return answer.ok;
//              ^^ warning[response-shape]: `ok` is `undefined` in the response of `triggerBroadcast`
}
