//@ sdk = 5.2.0
import { PipelinesClient } from "customerio-node";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);

export async function found(user_id: string, properties: object) {
  await cdp.track({ userId: user_id, event: "Order Completed" });
  await cdp.track({ userId: user_id, event: "Order Completed", properties: properties });
  await cdp.identify({ anonymousId: user_id, traits: properties });
  await cdp.group({ userId: user_id, groupId: "7" });
  await cdp.alias({ userId: user_id, previousId: "7" });
  await cdp.identify({ traits: {} });
  await cdp.track({ userId: user_id });
  await cdp.batch([{ type: "track", userId: user_id, event: "Order Completed" }]);
  await cdp.batch([{ type: "track", event: "Order Completed" }]);
}
