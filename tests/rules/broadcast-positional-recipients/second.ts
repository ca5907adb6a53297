import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const trigger = (audience: object) => api.triggerBroadcast(12, audience as any);

await api.triggerBroadcast(12, { emails: ["ada@example.com"] });
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broadcast-positional-recipients]: `emails` is passed as the data of the broadcast, not as its audience: the broadcast goes to the audience configured in Customer.io (the SDK throws before 5.0.1)
await api.triggerBroadcast(12, { segment: { id: 7 } });
//                             ^^^^^^^^^^^^^^^^^^^^^^ error[broadcast-positional-recipients]: `segment` is passed as the data of the broadcast, not as its audience: the broadcast goes to the audience configured in Customer.io (the SDK throws before 5.0.1)
await api.triggerBroadcast(12, { and: [{ segment: { id: 7 } }, { attribute: { field: "plan", operator: "eq", value: "pro" } }] });
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broadcast-positional-recipients]: `and` is passed as the data of the broadcast, not as its audience: the broadcast goes to the audience configured in Customer.io (the SDK throws before 5.0.1)
const audience = { ids: ["1", "2"], id_ignore_missing: true };
await api.triggerBroadcast(12, audience);
//                             ^^^^^^^^ error[broadcast-positional-recipients]: `ids` is passed as the data of the broadcast, not as its audience: the broadcast goes to the audience configured in Customer.io (the SDK throws before 5.0.1)
await trigger({ ids: ["1"] });
//            ^^^^^^^^^^^^^^ error[broadcast-positional-recipients]: `ids` is passed as the data of the broadcast, not as its audience: the broadcast goes to the audience configured in Customer.io (the SDK throws before 5.0.1)

export async function some(people: { id: string }[]) {
  await api.triggerBroadcast(12, { ids: people.map((person) => person.id) });
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[broadcast-positional-recipients]: `ids` is passed as the data of the broadcast, not as its audience: the broadcast goes to the audience configured in Customer.io (the SDK throws before 5.0.1)
  await api.triggerBroadcast(12, { product: "shoes", emails: ["ada@example.com"] });
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[broadcast-positional-recipients]: `emails` is passed as the data of the broadcast, not as its audience: the broadcast goes to the audience configured in Customer.io (the SDK throws before 5.0.1)
}
