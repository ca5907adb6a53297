import { APIClient, SendEmailRequest, TrackClient } from "customerio-node";
import invariant from "tiny-invariant";
import { singleton } from "./singleton.server";

const { CUSTOMERIO_SITE_ID, CUSTOMERIO_TRACK_API_KEY, CUSTOMERIO_APP_API_KEY } = process.env;
invariant(CUSTOMERIO_SITE_ID, "CUSTOMERIO_SITE_ID must be set");
invariant(CUSTOMERIO_TRACK_API_KEY, "CUSTOMERIO_TRACK_API_KEY must be set");
invariant(CUSTOMERIO_APP_API_KEY, "CUSTOMERIO_APP_API_KEY must be set");

const track = singleton("cio-track", () => new TrackClient(CUSTOMERIO_SITE_ID, CUSTOMERIO_TRACK_API_KEY));
const api = singleton("cio-app", () => new APIClient(CUSTOMERIO_APP_API_KEY));

export function trackEvent(userId: string, name: string, data?: Record<string, unknown>) {
  return track.track(userId, { name, data });
}

export async function sendMagicLink(email: string, link: string) {
  await api.sendEmail(
    new SendEmailRequest({
      to: email,
      identifiers: { email },
      transactional_message_id: "magic_link",
      message_data: { link },
      disable_message_retention: true,
    }),
  );
}
