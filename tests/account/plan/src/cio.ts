import { APIClient, SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export const trackEvent = (id: string, name: string, data: Record<string, unknown> = {}) => cio.track(id, { name, data });

export const welcome = (email: string, plan: "free" | "pro", coupon?: string) =>
  api.sendEmail(
    new SendEmailRequest({
      transactional_message_id: "welcome",
      message_data: { plan, coupon, nested: { total: 1, items: [{ sku: "a" }] } },
      to: email,
      identifiers: { email },
    }),
  );
