// What throws for a plain object is a stand-in here.
import { APIClient } from "customerio-node";

jest.mock("customerio-node");
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.sendEmail({ transactional_message_id: "welcome", to: "ada@example.com", identifiers: { id: "42" } });
