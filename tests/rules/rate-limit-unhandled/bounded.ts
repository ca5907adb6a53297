// A bound that is written, within the limit of 10 requests, or 100 transactional messages.
import { chunk, take } from "lodash";
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const message = (to: string) => new SendEmailRequest({ transactional_message_id: "hello", to, identifiers: { email: to } });
const MOST = 10;

export async function remind(all: string[], q: string[], db: any) {
  await Promise.all(q.splice(0, 10).map((to) => api.getCustomersByEmail(to)));
  await Promise.all(all.slice(0, MOST).map((to) => api.getCustomersByEmail(to)));
  const next = q.splice(0, 10);
  await Promise.all(next.map((to) => api.getCustomersByEmail(to)));
  await Promise.all(take(all, 10).map((to) => api.getCustomersByEmail(to)));
  for (const some of chunk(all, 10)) {
    await Promise.all(some.map((to) => api.getCustomersByEmail(to)));
  }
  const users = await db.user.findMany({ where: { due: true }, take: 10 });
  await Promise.all(users.map((user: any) => api.getCustomersByEmail(user.email)));
  const rows = await db.select().from("users").limit(100);
  await Promise.all(rows.map((row: any) => api.sendEmail(message(row.email))));
  await Promise.all(all.slice(0, 50).filter(Boolean).map((to) => api.sendEmail(message(to))));

  // Above the limit.
  await Promise.all(q.splice(0, 500).map((to) => api.getCustomersByEmail(to)));
  //                                             ^^^^^^^^^^^^^^^^^^^^^^^ warning[rate-limit-unhandled]
  await Promise.all(all.slice(0, 50).map((to) => api.getCustomersByEmail(to)));
  //                                             ^^^^^^^^^^^^^^^^^^^^^^^ warning[rate-limit-unhandled]
  const many = await db.user.findMany({ take: 5000 });
  await Promise.all(many.map((user: any) => api.sendEmail(message(user.email))));
  //                                        ^^^^^^^^^^^^^ warning[rate-limit-unhandled]
}
