//@ sdk = 5.2.0
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.triggerBroadcast(12, { emails: ["ada@example.com"] });
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broadcast-positional-recipients]: `emails` is passed as the data of the broadcast, not as its audience: the broadcast goes to the audience configured in Customer.io
