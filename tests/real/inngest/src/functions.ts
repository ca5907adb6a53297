import { Inngest } from "inngest";
import { APIClient, SendEmailRequest, TrackClient } from "customerio-node";

const inngest = new Inngest({ id: "shop" });
const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);
const api = new APIClient(process.env.CIO_APP_KEY!);

export const onSignUp = inngest.createFunction({ id: "on-sign-up" }, { event: "app/user.created" }, async ({ event, step }) => {
  const { id, email } = event.data;
  await step.run("identify", () => cio.identify(id, { email, created_at: Math.floor(event.ts! / 1000) }));
  await step.sleep("wait", "1d");
  await step.run("welcome", async () => {
    await api.sendEmail(
      new SendEmailRequest({ to: email, transactional_message_id: 3, identifiers: { id }, message_data: {} }),
    );
  });
  return { id };
});
