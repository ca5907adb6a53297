//@ sdk = 4.5.1
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const message = (to: string) => new SendEmailRequest({ transactional_message_id: "hello", to, identifiers: { email: to } });

export async function hello(to: string) {
  await withPatience(() => api.sendEmail(message(to)));
  try {
    await withPatience(() => api.triggerBroadcast(12, {}, { segment: { id: 7 } }));
  } catch (err) {
    console.error(err);
  }
}

export async function thrown() {
  await api.triggerBroadcast(12, {});
}

/** Makes a call of Customer.io again when there were too many: after the pause that is asked for, else after 10 seconds. */
async function withPatience<T>(call: () => Promise<T>, attempts = 4): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (err: any) {
      if (err.statusCode !== 429 || attempt >= attempts) throw err;
      const seconds = Number(err.response?.headers["retry-after"]) || 10;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
}
