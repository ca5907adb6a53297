// Where no version is known, it may be fine.
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

await api.triggerBroadcast(12);
