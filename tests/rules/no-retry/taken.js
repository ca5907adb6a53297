//@ sdk = 4.5.1
// The name of the helper means something else here.
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY);
export const withPatience = 4;

export async function hello() {
  await api.triggerBroadcast(12, {}, { segment: { id: 7 } });
//      ^^^^^^^^^^^^^^^^^^^^ hint[no-retry]
}
