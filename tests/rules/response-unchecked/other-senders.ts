// Senders that reject by themselves, or of which nothing is known.
import { ofetch } from "ofetch";
import request from "umi-request";
import { fetch as retrying } from "./retrying";
import * as undici from "undici";

const URL = "https://track.customer.io/api/v1/events";

export async function rejecting(this: any, api: any, axios: any, fetch: any) {
  await $fetch(URL, { method: "POST" });
  await ofetch(URL, { method: "POST" });
  await request(URL, { method: "POST" });
  await request.post(URL, { data: {} });
  await retrying(URL, { method: "POST" });
  await axios(URL, { method: "POST" });
  await api.fetch(URL, { method: "POST" });
  await this.client.fetch(URL, { method: "POST" });
  await fetch(URL, { method: "POST" });
  await undici.request(URL, { method: "POST", throwOnError: true });
}

// These resolve for every status, wherever they come from.
export async function resolving() {
  await globalThis.fetch(URL, { method: "POST" });
//      ^^^^^^^^^^^^^^^^ warning[response-unchecked]: the status of the response is never checked
  await undici.fetch(URL, { method: "POST" });
//      ^^^^^^^^^^^^ warning[response-unchecked]: the status of the response is never checked
  await undici.request(URL, { method: "POST" });
//      ^^^^^^^^^^^^^^ warning[response-unchecked]: the status of the response is never checked
}
