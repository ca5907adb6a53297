//@ sdk = 5.2.0
//@ batch-result-unchecked.severity = off
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const identifiers = { id: "42" };

await cio.batch([
  { type: "person", action: "event", identifiers, name: "signed_up", data: { plan: "pro" } },
//                                                                   ^^^^ error[v2-operation-shape]: `data` is not a key of an operation, which expects `attributes`
  { type: "person", action: "event", identifiers, event: "signed_up", properties: {} },
//                                                ^^^^^ error[v2-operation-shape]: `event` is not a key of an operation, which expects `name`
//                                                                    ^^^^^^^^^^ error[v2-operation-shape]: `properties` is not a key of an operation, which expects `attributes`
  { type: "person", action: "identify", identifiers, traits: { plan: "pro" } },
//                                                   ^^^^^^ error[v2-operation-shape]: `traits` is not a key of an operation, which expects `attributes`
  { type: "Person", action: "identify", identifiers },
//        ^^^^^^^^ warning[v2-operation-shape]: `Person` is not an operation type
  { type: "person", action: "Identify", identifiers },
//                          ^^^^^^^^^^ warning[v2-operation-shape]: `Identify` is not an action of the type `person`
  { type: "user", action: "identify", identifiers },
//        ^^^^^^ error[v2-operation-shape]: `user` is not an operation type
  { type: "track", userId: "42", event: "signed_up" },
//        ^^^^^^^ error[v2-operation-shape]: `track` is not an operation type but an item type of `PipelinesClient`
  { type: "person", action: "track", identifiers, name: "signed_up" },
//                          ^^^^^^^ error[v2-operation-shape]: `track` is not an action of the type `person`
  { type: "person", action: "addDevice", identifiers, device: { token: "t", platform: "ios" } },
//                          ^^^^^^^^^^^ error[v2-operation-shape]: `addDevice` is not an action of the type `person`
  { type: "person", action: "add_device", identifiers, device: { id: "t", platform: "ios" } },
//                                                               ^^ error[v2-operation-shape]: the device has no `token`
  { type: "person", action: "dance", identifiers },
//                          ^^^^^^^ error[v2-operation-shape]: `dance` is not an action of the type `person`
  { type: "person", action: "event", identifiers },
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[v2-operation-shape]: the operation `event` of a `person` lacks `name`
  { type: "person", action: "merge", identifiers },
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[v2-operation-shape]: the operation `merge` of a `person` lacks `primary`, `secondary`
  { type: "object", action: "identify", identifiers },
//                                      ^^^^^^^^^^^ error[v2-operation-shape]: the object lacks `object_type_id` and `object_id`, or `cio_object_id`
  { type: "person", identifiers },
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[v2-operation-shape]: the operation of type `person` has no `action`
  { action: "identify", identifiers },
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[v2-operation-shape]: the operation has no `type`
] as any);
await cio.batch({ type: "person", action: "delete", identifiers } as any);
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[v2-operation-shape]: `batch` expects a list of operations, found a single one
await cio.entity([{ type: "person", action: "delete", identifiers }] as any);
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[v2-operation-shape]: `entity` expects one operation, found a list
