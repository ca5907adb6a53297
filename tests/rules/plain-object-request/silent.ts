import { APIClient, SendEmailRequest, SendPushRequest, TrackClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const options = { transactional_message_id: "welcome", to: "ada@example.com", identifiers: { id: "42" } };

await api.sendEmail(new SendEmailRequest(options));

export async function anyhow(request: SendPushRequest, flag: boolean) {
  await api.sendPush(request);
  await api.sendEmail(flag ? new SendEmailRequest(options) : (request as never));
  await (cio as unknown as { sendEmail(options: object): Promise<unknown> }).sendEmail(options);
}

const mine = { sendEmail: async (_: object) => undefined };
await mine.sendEmail(options);
