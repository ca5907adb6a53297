//@ sdk = 5.2.0
import { PipelinesClient } from "customerio-node";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);

export async function found(id: string, properties: object) {
  await cdp.identify("42", { plan: "pro" });
//                   ^^^^ error[pipelines-positional-args]: `identify` of `PipelinesClient` expects one object, found an id
  await cdp.identify("42");
//                   ^^^^ error[pipelines-positional-args]: `identify` of `PipelinesClient` expects one object, found an id
  await cdp.track("42", "Order Completed", { total: 12 });
//                ^^^^ error[pipelines-positional-args]: `track` of `PipelinesClient` expects one object, found an id
  await cdp.track(process.env.PERSON!, { name: "Order Completed" });
//                ^^^^^^^^^^^^^^^^^^^ error[pipelines-positional-args]: `track` of `PipelinesClient` expects one object, found an id
  await cdp.group("42", properties);
//                ^^^^ error[pipelines-positional-args]: `group` of `PipelinesClient` expects one object, found an id
}
