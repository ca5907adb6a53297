//@ sdk = 5.2.0+next
// It takes plain objects, and has the other clients.
import { CustomerIO, KeyCapabilityError } from "customerio-node";

const cio = new CustomerIO({ apiKey: process.env.CIO_API_KEY });

export async function remind(to: string) {
  try {
    await cio.sendEmail({ transactional_message_id: "reminder", to, identifiers: { email: to } });
  } catch (err) {
    if (err instanceof KeyCapabilityError) console.error(err.message);
    throw err;
  }
  await cio.apiClient.sendEmail({ transactional_message_id: "reminder", to, identifiers: { email: to } });
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[plain-object-request]
  await cio.trackClient.destroy(to);
}
