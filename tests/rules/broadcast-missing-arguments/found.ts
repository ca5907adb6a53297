//@ sdk = 4.5.1
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

await api.triggerBroadcast(12);
//        ^^^^^^^^^^^^^^^^ error[broadcast-missing-arguments]: without a third argument `triggerBroadcast` throws a TypeError before 5.0.1
await api.triggerBroadcast(12, { product: "tea" });
//        ^^^^^^^^^^^^^^^^ error[broadcast-missing-arguments]: without a third argument `triggerBroadcast` throws a TypeError before 5.0.1
