//@ sdk = 4.5.1
import pRetry from "p-retry";
import { step } from "./steps";
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const message = (to: string) => new SendEmailRequest({ transactional_message_id: "hello", to, identifiers: { email: to } });

export async function hello(to: string) {
  await pRetry(() => api.sendEmail(message(to)));
  await step.run("hello", async () => {
    await api.sendEmail(message(to));
  });
  await api.getCustomersByEmail(to);
  for (;;) {
    try {
      return await api.sendEmail(message(to));
    } catch (err: any) {
      if (err.statusCode !== 429) throw err;
    }
  }
}

export async function processJob(job: { to: string }) {
  await api.sendEmail(message(job.to));
}
