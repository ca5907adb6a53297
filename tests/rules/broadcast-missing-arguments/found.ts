//@ sdk = 4.5.1
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

await api.triggerBroadcast(12);
//        ^^^^^^^^^^^^^^^^ error[broadcast-missing-arguments]: `triggerBroadcast` is called without an audience: the SDK throws a TypeError before 5.0.1 when the third argument is missing
await api.triggerBroadcast(12, { product: "tea" });
//        ^^^^^^^^^^^^^^^^ error[broadcast-missing-arguments]: `triggerBroadcast` is called without an audience: the SDK throws a TypeError before 5.0.1 when the third argument is missing
