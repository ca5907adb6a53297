import { mailer, Receipt } from "./mailer";

export async function paid(user: { id: string; email: string }, cents: number) {
  mailer.send(new Receipt(user, cents)); // call floating-promise
  await mailer.push(user, "Paid", "Thank you"); // call
}
