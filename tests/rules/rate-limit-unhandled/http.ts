import axios from "axios";

const app = axios.create({ baseURL: "https://api.customer.io/v1" });

export async function all(people: { email: string }[]) {
  await Promise.all(people.map((it) => app.post("/send/email", { to: it.email, transactional_message_id: 1 })));
//                                     ^^^^^^^^ warning[rate-limit-unhandled]: this request is sent for all elements at once
//                                         ^^^^ error[transactional-missing-required]: this request to `/send/email` lacks `identifiers`
}
export async function looked(people: string[]) {
  await Promise.all(
    people.map(async (id) => {
      const response = await fetch(`https://api.customer.io/v1/customers/${id}/attributes`);
      if (response.status === 429) throw new Error("later");
    }),
  );
}
