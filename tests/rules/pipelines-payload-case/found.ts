//@ sdk = 5.2.0
import { PipelinesClient } from "customerio-node";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);

export async function found(user_id: string, properties: object) {
  await cdp.track({ user_id, event: "Order Completed" });
//                  ^^^^^^^ error[pipelines-payload-case]: `user_id` is not a key of the Pipelines API, which expects `userId`
  await cdp.track({ userId: user_id, name: "Order Completed", data: properties });
//                                   ^^^^ error[pipelines-payload-case]: `name` is not a key of the Pipelines API, which expects `event`
//                                                            ^^^^ error[pipelines-payload-case]: `data` is not a key of the Pipelines API, which expects `properties`
  await cdp.identify({ anonymous_id: user_id, attributes: properties });
//                     ^^^^^^^^^^^^ error[pipelines-payload-case]: `anonymous_id` is not a key of the Pipelines API, which expects `anonymousId`
//                                            ^^^^^^^^^^ error[pipelines-payload-case]: `attributes` is not a key of the Pipelines API, which expects `traits`
  await cdp.group({ userId: user_id, group_id: "7" });
//                                   ^^^^^^^^ error[pipelines-payload-case]: `group_id` is not a key of the Pipelines API, which expects `groupId`
  await cdp.alias({ userId: user_id, previous_id: "7" });
//                                   ^^^^^^^^^^^ error[pipelines-payload-case]: `previous_id` is not a key of the Pipelines API, which expects `previousId`
  await cdp.identify({ traits: {} });
//                   ^^^^^^^^^^^^^^ error[pipelines-payload-case]: `userId` or `anonymousId` is required
  await cdp.track({ userId: user_id });
//                ^^^^^^^^^^^^^^^^^^^ error[pipelines-payload-case]: `event` is required
  await cdp.batch([{ type: "track", user_id, event: "Order Completed" }]);
//                                  ^^^^^^^ error[pipelines-payload-case]: `user_id` is not a key of the Pipelines API, which expects `userId`
  await cdp.batch([{ type: "track", event: "Order Completed" }]);
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[pipelines-payload-case]: `userId` or `anonymousId` is required
}
