// What a refused request is told by is in its body, too.
import { z } from "zod";

const URL = "https://api.customer.io/v1/send/email";
const Sent = z.object({ delivery_id: z.string() });

export async function tested() {
  const response = await fetch(URL, { method: "POST" });
  const body = await response.json();
  if (body.errors) throw new Error(body.errors[0].detail);
  return body.delivery_id;
}
export async function taken() {
  const response = await fetch(URL, { method: "POST" });
  const { meta, delivery_id } = await response.json();
  return meta ? null : delivery_id;
}
export async function missing() {
  const body = await (await fetch(URL, { method: "POST" })).json();
  if (!body.delivery_id) throw new Error("not sent");
  const text = await (await fetch(URL, { method: "POST" })).text();
  return text.includes("delivery_id");
}
export async function parsed() {
  const response = await fetch(URL, { method: "POST" });
  return Sent.parse(await response.json());
}
export const chained = () =>
  fetch(URL, { method: "POST" })
    .then((response) => response.json())
    .then((body) => {
      if ("errors" in body) throw new Error("refused");
    });
const send = async () => {
  const response = await fetch(URL, { method: "POST" });
  return response.json();
};
export async function byCaller() {
  const sent = await send();
  if (sent.meta?.error) console.error(sent.meta.error);
}
export class Api {
  private async post(path: string) {
    const response = await fetch(`https://api.customer.io/v1${path}`, { method: "POST" });
    return await response.json();
  }
  async email() {
    const { errors } = await this.post("/send/email");
    if (errors) throw new Error("refused");
  }
}

// Only used, or shown.
export async function used() {
  const response = await fetch(URL, { method: "POST" });
//                       ^^^^^ warning[response-unchecked]: the status of the response is never checked
  const body = await response.json();
  console.log(`sent ${body.delivery_id}`, body);
  return body.delivery_id;
}
export async function returned() {
  const response = await fetch(URL, { method: "POST" });
//                       ^^^^^ warning[response-unchecked]: the status of the response is never checked
  return response.json();
}
