import { CustomerIo } from "./analytics/CustomerIo";

export async function upgraded(user: { id: string; email: string }, plan: string) {
  await CustomerIo.get().event(user.id, "plan_upgraded", { plan }); // call
  CustomerIo.get().send(user.email, "upgraded", { plan }); // call floating-promise
}
