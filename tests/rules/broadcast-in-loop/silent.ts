//@ retry-non-retryable.severity = off
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function silent(emails: string[], broadcasts: { id: number }[]) {
  await api.triggerBroadcast(12, {}, { emails });
  for (const email of emails) {
    await api.triggerBroadcast(12, {}, { emails: [email] });
    await sleep(10_000);
  }
  // Another broadcast each time.
  for (const broadcast of broadcasts) {
    await api.triggerBroadcast(broadcast.id, {}, { emails });
  }
  // Retries.
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await api.triggerBroadcast(12, {}, { emails });
    } catch (error) {
      console.warn(error);
    }
  }
  while (emails.length > 0) {
    await api.triggerBroadcast(12, {}, { emails: emails.splice(0, 1000) });
  }
  for (const once of ["ada@example.com"]) {
    await api.triggerBroadcast(12, {}, { emails: [once] });
  }
  // Until one succeeds.
  for (const wait of [1, 2, 4]) {
    try {
      await api.triggerBroadcast(12, {}, { emails });
      break;
    } catch (error) {
      console.warn(wait, error);
    }
  }
  for (const attempt of [1, 2, 3]) {
    const answer = await api.triggerBroadcast(12, {}, { emails }).catch(() => undefined);
    if (answer) return attempt;
  }
}
