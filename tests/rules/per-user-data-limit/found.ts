import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

const ten = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
const hundred = [...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten];
const thousand = [...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred];
const myriad = [...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand];

await api.triggerBroadcast(12, {}, { ids: [...myriad, "1"] });
//                                        ^^^^^^^^^^^^^^^^ warning[per-user-data-limit]: this list has 10001 entries, over the limit of 10000

const person = { email: "ada@example.com", data: { voucher: "A1" } };
const tenPeople = [person, person, person, person, person, person, person, person, person, person];
const manyPeople = [...tenPeople, ...tenPeople, ...tenPeople, ...tenPeople, ...tenPeople, ...tenPeople, ...tenPeople, ...tenPeople, ...tenPeople, ...tenPeople];
const morePeople = [...manyPeople, ...manyPeople, ...manyPeople, ...manyPeople, ...manyPeople, ...manyPeople, ...manyPeople, ...manyPeople, ...manyPeople, ...manyPeople];
const everybody = [...morePeople, ...morePeople, ...morePeople, ...morePeople, ...morePeople, ...morePeople, ...morePeople, ...morePeople, ...morePeople, ...morePeople, person];

await api.triggerBroadcast(12, {}, { per_user_data: everybody });
//                                                  ^^^^^^^^^ warning[per-user-data-limit]: this list has 10001 entries, over the limit of 10000
const ids = [...myriad, "1"];
await api.triggerBroadcast(12, {}, { ids, id_ignore_missing: true });
//                                   ^^^ warning[per-user-data-limit]
void api.triggerBroadcast(12, {}, { ids });
//                                  ^^^ warning[per-user-data-limit]
