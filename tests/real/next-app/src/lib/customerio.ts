import "server-only";
import { APIClient, RegionEU, SendEmailRequest, TrackClient } from "customerio-node";
import { env } from "@/env";

const region = RegionEU;
export const cio = new TrackClient(env.CUSTOMERIO_SITE_ID, env.CUSTOMERIO_TRACK_API_KEY, { region });
const app = new APIClient(env.CUSTOMERIO_APP_API_KEY, { region });

type Template = "welcome" | "invoice_paid";

export async function sendTemplate(template: Template, user: { id: string; email: string }, data: Record<string, unknown>) {
  const request = new SendEmailRequest({
    transactional_message_id: template,
    to: user.email,
    identifiers: { id: user.id },
    message_data: data,
  });
  return app.sendEmail(request);
}
