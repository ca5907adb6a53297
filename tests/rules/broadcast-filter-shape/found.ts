import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

await api.triggerBroadcast(12, {}, { segment: 7 });
//                                            ^ error[broadcast-filter-shape]: `segment` must be an object with an `id`: the API responds with 422 and the broadcast is not sent
await api.triggerBroadcast(12, {}, { id: 7 });
//                                   ^^ error[broadcast-filter-shape]: `id` is not an audience or a filter: the API responds with 422 and the broadcast is not sent
await api.triggerBroadcast(12, {}, { segment: { name: "vip" } } as any);
//                                            ^^^^^^^^^^^^^^^ error[broadcast-filter-shape]: `segment` has no `id`: the API responds with 422 and the broadcast is not sent
await api.triggerBroadcast(12, {}, { attribute: { field: "plan", operator: "equals", value: "pro" } });
//                                                                         ^^^^^^^^ error[broadcast-filter-shape]: `equals` is not a filter operator: the API responds with 422 and the broadcast is not sent
await api.triggerBroadcast(12, {}, { attribute: { field: "plan", operator: "Exists" } });
//                                                                         ^^^^^^^^ error[broadcast-filter-shape]: `Exists` is not a filter operator: the API responds with 422 and the broadcast is not sent
await api.triggerBroadcast(12, {}, { attribute: { field: "plan", operator: "eq" } });
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broadcast-filter-shape]: the operator `eq` requires a `value`: the API responds with 422 and the broadcast is not sent
await api.triggerBroadcast(12, {}, { attribute: { field: "plan", value: "pro" } });
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broadcast-filter-shape]: `attribute` has no `operator`: the API responds with 422 and the broadcast is not sent
await api.triggerBroadcast(12, {}, { attribute: { field: "plan", operator: "contains", value: "pro" } });
//                                                                         ^^^^^^^^^^ error[broadcast-filter-shape]: `contains` is not a filter operator: the API responds with 422 and the broadcast is not sent
await api.triggerBroadcast(12, {}, { and: { segment: { id: 7 } } });
//                                        ^^^^^^^^^^^^^^^^^^^^^^ error[broadcast-filter-shape]: `and` takes a list of filters: the API responds with 422 and the broadcast is not sent
await api.triggerBroadcast(12, {}, { not: [{ segment: { id: 7 } }] });
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^ error[broadcast-filter-shape]: `not` takes a single filter, not a list: the API responds with 422 and the broadcast is not sent
await api.triggerBroadcast(12, {}, { or: [{ segment: { id: 7 } }, { segment: 8 }] });
//                                                                           ^ error[broadcast-filter-shape]: `segment` must be an object with an `id`: the API responds with 422 and the broadcast is not sent
await api.triggerBroadcast(12, {}, { segment: { id: 7 }, attribute: { field: "plan", operator: "exists" } });
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broadcast-filter-shape]: a filter must have one key per level, found `segment` and `attribute`: the API responds with 422 and the broadcast is not sent
await api.triggerBroadcast(12, {}, { group: "vip" } as any);
//                                   ^^^^^ error[broadcast-filter-shape]: `group` is not an audience or a filter: the API responds with 422 and the broadcast is not sent
await api.triggerBroadcast(12, {}, ["ada@example.com"] as any);
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broadcast-filter-shape]: the recipients must be an object, not a list: the API responds with 422 and the broadcast is not sent

export const notify = (operator: string) =>
  api.triggerBroadcast(12, {}, { attribute: { field: "plan", operator, value: "pro" } });
await notify("is");
//           ^^^^ error[broadcast-filter-shape]: `is` is not a filter operator: the API responds with 422 and the broadcast is not sent
