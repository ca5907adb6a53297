//@ sdk = 5.2.0
import { PipelinesClient } from "customerio-node";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);

export async function found(id: string, properties: object) {
  await cdp.identify({ userId: "42", traits: { plan: "pro" } });
  await cdp.identify({ userId: "42" });
  await cdp.track({ userId: "42", event: "Order Completed", properties: { total: 12 } });
  await cdp.track(process.env.PERSON!, { name: "Order Completed" });
  await cdp.group("42", properties);
}
