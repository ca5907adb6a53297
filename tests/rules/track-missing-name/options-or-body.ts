// What a method that is not known gets second is a body or options.
import type { APIRequestContext } from "@playwright/test";

const URL = "https://track.customer.io/api/v1/customers/1/events";

export async function check(request: APIRequestContext, api: any) {
  await request.post(URL, { data: { name: "signed_up" } });
  await request.post(URL, { data: { name: "signed_up" }, failOnStatusCode: true });
  await request.post(URL, { data: { name: "signed_up" }, headers: {} });
  await request.post(URL, { multipart: { name: "signed_up" } });
  await request.post(URL, { form: { name: "signed_up" } });
  await api.post(URL, { name: "signed_up", data: { plan: "pro" } });
  await api.post(URL, { timestamp: 1700000000, data: { plan: "pro" } });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[track-missing-name]
}
