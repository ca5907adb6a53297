import { APIClient, SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function run(id: string, user: { createdAt: Date }) {
  await cio.identify(id, { created_at: Date.now() / 1000 });
//                                     ^^^^^^^^^^^^^^^^^ warning[fractional-unix-seconds]: `created_at` is in fractional seconds
  await cio.identify(id, { created_at: user.createdAt.getTime() / 1000 });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[fractional-unix-seconds]
  await cio.identify(id, { created_at: Date.now() * 0.001 });
//                                     ^^^^^^^^^^^^^^^^^^ warning[fractional-unix-seconds]
  await cio.identify(id, { created_at: +new Date() / 1e3 });
//                                     ^^^^^^^^^^^^^^^^^ warning[fractional-unix-seconds]
  await cio.track(id, { name: "order_placed", timestamp: Date.now() / 1000 });
//                                                       ^^^^^^^^^^^^^^^^^ warning[fractional-unix-seconds]
  await cio.identify(id, { last_login_at: Date.now() / 1000 });
//                                        ^^^^^^^^^^^^^^^^^ info[fractional-unix-seconds]
  const now = Date.now() / 1000;
  await cio.identify(id, { created_at: now });
//                                     ^^^ warning[fractional-unix-seconds]
  const ms = Date.now();
  await cio.identify(id, { created_at: ms / 1000 });
//                                     ^^^^^^^^^ warning[fractional-unix-seconds]
  await api.sendEmail(
    new SendEmailRequest({
      transactional_message_id: "reminder",
      to: "jane@example.com",
      identifiers: { id },
      send_at: Date.now() / 1000 + 3600,
//             ^^^^^^^^^^^^^^^^^^^^^^^^ warning[fractional-unix-seconds]
    }),
  );
}
