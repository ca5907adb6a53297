//@ customerio.json = { "account": { "events": ["signed_up"] } }
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

await api.triggerBroadcast(8, {}, { segment: { id: 3 } });
