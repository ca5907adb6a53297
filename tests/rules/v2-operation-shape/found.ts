//@ sdk = 5.2.0
//@ batch-result-unchecked.severity = off
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const identifiers = { id: "42" };

await cio.batch([
  { type: "person", action: "event", identifiers, name: "signed_up", data: { plan: "pro" } },
//                                                                   ^^^^ error[v2-operation-shape]: `data` is no key of an operation: the v2 API calls it `attributes`
  { type: "person", action: "event", identifiers, event: "signed_up", properties: {} },
//                                                ^^^^^ error[v2-operation-shape]: `event` is no key of an operation: the v2 API calls it `name`
//                                                                    ^^^^^^^^^^ error[v2-operation-shape]: `properties` is no key of an operation: the v2 API calls it `attributes`
  { type: "person", action: "identify", identifiers, traits: { plan: "pro" } },
//                                                   ^^^^^^ error[v2-operation-shape]: `traits` is no key of an operation: the v2 API calls it `attributes`
  { type: "Person", action: "identify", identifiers },
//        ^^^^^^^^ warning[v2-operation-shape]: `Person` is no type of an operation
  { type: "person", action: "Identify", identifiers },
//                          ^^^^^^^^^^ warning[v2-operation-shape]: `Identify` is no action of the type `person`
  { type: "user", action: "identify", identifiers },
//        ^^^^^^ error[v2-operation-shape]: `user` is no type of an operation
  { type: "track", userId: "42", event: "signed_up" },
//        ^^^^^^^ error[v2-operation-shape]: `track` is no type of an operation: this is an item for `PipelinesClient`
  { type: "person", action: "track", identifiers, name: "signed_up" },
//                          ^^^^^^^ error[v2-operation-shape]: `track` is no action of the type `person`
  { type: "person", action: "addDevice", identifiers, device: { token: "t", platform: "ios" } },
//                          ^^^^^^^^^^^ error[v2-operation-shape]: `addDevice` is no action of the type `person`
  { type: "person", action: "add_device", identifiers, device: { id: "t", platform: "ios" } },
//                                                               ^^ error[v2-operation-shape]: the device has no `token`
  { type: "person", action: "dance", identifiers },
//                          ^^^^^^^ error[v2-operation-shape]: `dance` is no action of the type `person`
  { type: "person", action: "event", identifiers },
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[v2-operation-shape]: the operation `event` of a `person` lacks `name`
  { type: "person", action: "merge", identifiers },
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[v2-operation-shape]: the operation `merge` of a `person` lacks `primary`, `secondary`
  { type: "object", action: "identify", identifiers },
//                                      ^^^^^^^^^^^ error[v2-operation-shape]: an object is named by `object_type_id` and `object_id`, or by `cio_object_id`
  { type: "person", identifiers },
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[v2-operation-shape]: the operation of type `person` has no `action`
  { action: "identify", identifiers },
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[v2-operation-shape]: the operation has no `type`
] as any);
await cio.batch({ type: "person", action: "delete", identifiers } as any);
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[v2-operation-shape]: `batch` takes a list of operations: for one by itself it throws
await cio.entity([{ type: "person", action: "delete", identifiers }] as any);
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[v2-operation-shape]: `entity` takes one operation: for a list it throws
