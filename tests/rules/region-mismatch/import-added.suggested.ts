//@ region = eu
import { SendEmailRequest, APIClient, RegionEU } from "customerio-node";

export const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionEU, timeout: 5000 });

export const send = (id: string) =>
  api.sendEmail(new SendEmailRequest({ transactional_message_id: 3, to: "a@example.com", identifiers: { id } }));
