//@ sdk = 5.2.0
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.triggerBroadcast(12, undefined, { emails: ["ada@example.com"] });
