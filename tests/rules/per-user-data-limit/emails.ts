import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const ten = ["a@x.io", "b@x.io", "c@x.io", "d@x.io", "e@x.io", "f@x.io", "g@x.io", "h@x.io", "i@x.io", "j@x.io"];
const hundred = [...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten];
const thousand = [...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred];
const limit = [...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand];

export async function launch() {
  await api.triggerBroadcast(12, {}, { emails: limit });
  await api.triggerBroadcast(12, {}, { emails: [...limit, "one@x.io"] });
//                                             ^^^^^^^^^^^^^^^^^^^^^^ warning[per-user-data-limit]: this list has 10001 entries, over the limit of 10000
}
