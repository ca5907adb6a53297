import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function found(emails: string[]) {
  for (const email of emails) {
    await api.triggerBroadcast(12, {}, { emails: [email] });
//            ^^^^^^^^^^^^^^^^ warning[broadcast-in-loop]: the same broadcast is triggered in every iteration of a loop: the API accepts one trigger every 10 seconds, and the others fail with 429
  }
  await Promise.all(emails.map((email) => api.triggerBroadcast(12, {}, { emails: [email] })));
//                                            ^^^^^^^^^^^^^^^^ warning[broadcast-in-loop]: the same broadcast is triggered in every iteration of a loop: the API accepts one trigger every 10 seconds, and the others fail with 429
  for (const email of emails) {
    await invite(email);
//        ^^^^^^ warning[broadcast-in-loop]: the same broadcast is triggered in every iteration of a loop: the API accepts one trigger every 10 seconds, and the others fail with 429
  }
}

async function invite(email: string) {
  await api.triggerBroadcast(12, {}, { emails: [email] });
}
