import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function found(emails: string[]) {
  const recipients = [...emails];
  if (recipients.length > 0) {
    await api.triggerBroadcast(12, {}, { emails: recipients });
  }
  if (emails.length > 0) {
    await api.triggerBroadcast(12, {}, { emails });
  }
  for (const email of emails) {
    await invite(email);
  }
}

async function invite(email: string) {
  await api.triggerBroadcast(12, {}, { emails: [email] });
}
