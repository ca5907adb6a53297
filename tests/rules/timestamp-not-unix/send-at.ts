import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function remind(id: string) {
  const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000);
  await api.sendEmail(
    new SendEmailRequest({
      transactional_message_id: "reminder",
      to: "jane@example.com",
      identifiers: { id },
      message_data: { day: "Monday", due_at: tomorrow },
//                                           ^^^^^^^^ hint[timestamp-not-unix]
      send_at: tomorrow,
//             ^^^^^^^^ error[timestamp-not-unix]: does not send the message at that time
    }),
  );
}
