import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

const ten = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
const hundred = [...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten];
const thousand = [...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred];
const myriad = [...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand];

const items = [...myriad, "1"];
for (let start = 0; start < items.length; start += 10_000) {
  // A broadcast can be triggered once in 10 seconds.
  if (start > 0) await new Promise((resolve) => setTimeout(resolve, 10_000));
  await api.triggerBroadcast(12, {}, { ids: items.slice(start, start + 10_000) });
}

const person = { email: "ada@example.com", data: { voucher: "A1" } };
const tenPeople = [person, person, person, person, person, person, person, person, person, person];
const manyPeople = [...tenPeople, ...tenPeople, ...tenPeople, ...tenPeople, ...tenPeople, ...tenPeople, ...tenPeople, ...tenPeople, ...tenPeople, ...tenPeople];
const morePeople = [...manyPeople, ...manyPeople, ...manyPeople, ...manyPeople, ...manyPeople, ...manyPeople, ...manyPeople, ...manyPeople, ...manyPeople, ...manyPeople];
const everybody = [...morePeople, ...morePeople, ...morePeople, ...morePeople, ...morePeople, ...morePeople, ...morePeople, ...morePeople, ...morePeople, ...morePeople, person];

for (let start = 0; start < everybody.length; start += 10_000) {
  // A broadcast can be triggered once in 10 seconds.
  if (start > 0) await new Promise((resolve) => setTimeout(resolve, 10_000));
  await api.triggerBroadcast(12, {}, { per_user_data: everybody.slice(start, start + 10_000) });
}
const ids = [...myriad, "1"];
for (let start = 0; start < ids.length; start += 10_000) {
  // A broadcast can be triggered once in 10 seconds.
  if (start > 0) await new Promise((resolve) => setTimeout(resolve, 10_000));
  await api.triggerBroadcast(12, {}, { ids: ids.slice(start, start + 10_000), id_ignore_missing: true });
}
void api.triggerBroadcast(12, {}, { ids });
