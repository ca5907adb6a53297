//@ region = eu
import { SendEmailRequest, APIClient } from "customerio-node";

export const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { timeout: 5000 });
//                     ^^^^^^^^^ warning[region-mismatch]

export const send = (id: string) =>
  api.sendEmail(new SendEmailRequest({ transactional_message_id: 3, to: "a@example.com", identifiers: { id } }));
