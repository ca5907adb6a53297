import { send } from "./send";

export async function all(ids: string[]) {
  await Promise.all(ids.map((id) => fetch(`https://api.customer.io/v1/customers/${id}/attributes`)));
//                                  ^^^^^ warning[rate-limit-unhandled]: this request is sent for all elements at once
  await Promise.all(ids.map((id) => send(`/customers/${id}/attributes`)));
//                                  ^^^^ warning[rate-limit-unhandled]
}
//- /src/send.ts
export const send = (path: string) => fetch(`https://api.customer.io/v1${path}`);
