// Courses in the shop: what the account is known to have, which the settings beside this file list.
import { APIClient, RegionEU, SendEmailRequest, SendPushRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { region: RegionEU });
const courses = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionEU });

export async function booked(id: string, course: string): Promise<void> {
  await cio.track(id, { name: "courseBooked", data: { course } }); // event-name-unknown
}

export async function rated(id: string, stars: number): Promise<void> {
  await cio.track(id, { name: "Course Rating Given", data: { stars } });
}

export async function remind(id: string, course: { title: string }): Promise<void> {
  const request = new SendPushRequest({
    transactional_message_id: "course_reminder",
    message_data: { course, startsAt: "18:30" }, // message-data-mismatch
    identifiers: { id },
  });
  await courses.sendPush(request);
}

export async function announce(title: string, ids: string[]): Promise<void> {
  await courses.triggerBroadcast(9, { title }, { ids }); // account-unknown-id
}

export async function certify(id: string, email: string, url: string): Promise<void> {
  await send(id, email, "course_certifcate", url); // transactional-unknown-template
}

async function send(id: string, to: string, message: string, url: string): Promise<void> {
  const data = { download_url: url };
  const request = new SendEmailRequest({ transactional_message_id: message, message_data: data, to, identifiers: { id } });
  await courses.sendEmail(request);
}
