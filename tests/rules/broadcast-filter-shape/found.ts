import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

await api.triggerBroadcast(12, {}, { segment: 7 });
//                                            ^ error[broadcast-filter-shape]: a segment is named by `{ id }`: the API answers with 422, and nobody gets the broadcast
await api.triggerBroadcast(12, {}, { id: 7 });
//                                   ^^ error[broadcast-filter-shape]: `id` is no audience and no filter: the API answers with 422, and nobody gets the broadcast
await api.triggerBroadcast(12, {}, { segment: { name: "vip" } } as any);
//                                            ^^^^^^^^^^^^^^^ error[broadcast-filter-shape]: the segment has no `id`: the API answers with 422, and nobody gets the broadcast
await api.triggerBroadcast(12, {}, { attribute: { field: "plan", operator: "equals", value: "pro" } });
//                                                                         ^^^^^^^^ error[broadcast-filter-shape]: `equals` is no operator of a filter: the API answers with 422, and nobody gets the broadcast
await api.triggerBroadcast(12, {}, { attribute: { field: "plan", operator: "Exists" } });
//                                                                         ^^^^^^^^ error[broadcast-filter-shape]: `Exists` is no operator of a filter: the API answers with 422, and nobody gets the broadcast
await api.triggerBroadcast(12, {}, { attribute: { field: "plan", operator: "eq" } });
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broadcast-filter-shape]: the operator `eq` needs a `value`: the API answers with 422, and nobody gets the broadcast
await api.triggerBroadcast(12, {}, { attribute: { field: "plan", value: "pro" } });
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broadcast-filter-shape]: the attribute lacks `operator`: the API answers with 422, and nobody gets the broadcast
await api.triggerBroadcast(12, {}, { attribute: { field: "plan", operator: "contains", value: "pro" } });
//                                                                         ^^^^^^^^^^ error[broadcast-filter-shape]: `contains` is no operator of a filter: the API answers with 422, and nobody gets the broadcast
await api.triggerBroadcast(12, {}, { and: { segment: { id: 7 } } });
//                                        ^^^^^^^^^^^^^^^^^^^^^^ error[broadcast-filter-shape]: `and` takes a list of filters: the API answers with 422, and nobody gets the broadcast
await api.triggerBroadcast(12, {}, { not: [{ segment: { id: 7 } }] });
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^ error[broadcast-filter-shape]: `not` takes one filter: the API answers with 422, and nobody gets the broadcast
await api.triggerBroadcast(12, {}, { or: [{ segment: { id: 7 } }, { segment: 8 }] });
//                                                                           ^ error[broadcast-filter-shape]: a segment is named by `{ id }`: the API answers with 422, and nobody gets the broadcast
await api.triggerBroadcast(12, {}, { segment: { id: 7 }, attribute: { field: "plan", operator: "exists" } });
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broadcast-filter-shape]: a filter has one key at each level, not `segment` and `attribute`: the API answers with 422, and nobody gets the broadcast
await api.triggerBroadcast(12, {}, { group: "vip" } as any);
//                                   ^^^^^ error[broadcast-filter-shape]: `group` is no audience and no filter: the API answers with 422, and nobody gets the broadcast
await api.triggerBroadcast(12, {}, ["ada@example.com"] as any);
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broadcast-filter-shape]: a list is no audience: the API answers with 422, and nobody gets the broadcast

export const notify = (operator: string) =>
  api.triggerBroadcast(12, {}, { attribute: { field: "plan", operator, value: "pro" } });
await notify("is");
//           ^^^^ error[broadcast-filter-shape]: `is` is no operator of a filter: the API answers with 422, and nobody gets the broadcast
