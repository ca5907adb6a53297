import { TrackClient } from "customerio-node";
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const message = (to: string) => new SendEmailRequest({ transactional_message_id: "hello", to, identifiers: { email: to } });

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function broadcast() {
  try {
    await api.triggerBroadcast(12, {}, { segment: { id: 7 } });
  } catch (err: any) {
    console.error(`broadcast failed: ${err.message}`);
//                                     ^^^^^^^^^^^ info[error-detail-lost]: `message` of an error from `triggerBroadcast` is mostly "Unknown error": the API's reason is only in `err.body`
  }
  try {
    await cio.batch([{ type: "person", action: "delete", identifiers: { id: "42" } }]);
  } catch (err) {
    logger.warn({ message: (err as Error).message, status: (err as any).statusCode }, "batch");
//                         ^^^^^^^^^^^^^^^^^^^^^^ info[error-detail-lost]: `message` of an error from `batch` is mostly "Unknown error": the API's reason is only in `err.body`
  }
  try {
    await api.getCustomersByEmail("ada@example.com");
  } catch ({ message }: any) {
    console.error(message);
  }
}
declare const logger: { warn(...all: unknown[]): void };
