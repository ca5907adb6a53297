//@ sdk = 4.1.0
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.triggerBroadcast(12, { emails: ["ada@example.com"] });
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broadcast-positional-recipients]: `emails` is passed as the data of the broadcast, not as its audience: the SDK throws without a third argument
