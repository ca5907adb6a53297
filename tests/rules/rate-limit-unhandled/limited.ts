import pLimit from "p-limit";
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const message = (to: string) => new SendEmailRequest({ transactional_message_id: "hello", to, identifiers: { email: to } });

const limit = pLimit(2);
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function remind(all: string[], batch: string[]) {
  await Promise.all(["ada@example.com", "bob@example.com"].map((to) => api.sendEmail(message(to))));
  await Promise.all(all.map((to) => limit(() => api.sendEmail(message(to)))));
  await Promise.all(batch.map((to) => api.sendEmail(message(to))));
  await Promise.all(all.slice(0, 5).map((to) => api.sendEmail(message(to))));
  for (const to of all) await api.sendEmail(message(to));
  for (let i = 0; i < all.length; i += 10) {
    await Promise.all(all.slice(i, i + 10).map((to) => api.sendEmail(message(to))));
    await sleep(1000);
  }
  await Promise.all(
    all.map(async (to, i) => {
      await sleep(i * 100);
      await api.sendEmail(message(to));
    }),
  );
  await Promise.all(
    all.map(async (to) => {
      try {
        await api.sendEmail(message(to));
      } catch (err: any) {
        if (err.statusCode === 429) return to;
        throw err;
      }
    }),
  );
}
