import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const ten = ["a@x.io", "b@x.io", "c@x.io", "d@x.io", "e@x.io", "f@x.io", "g@x.io", "h@x.io", "i@x.io", "j@x.io"];
const hundred = [...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten];
const thousand = [...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred];
const limit = [...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand];

export async function launch() {
  await api.triggerBroadcast(12, {}, { emails: limit });
  const items2 = [...limit, "one@x.io"];
  for (let start = 0; start < items2.length; start += 10_000) {
    // A broadcast can be triggered once in 10 seconds.
    if (start > 0) await new Promise((resolve) => setTimeout(resolve, 10_000));
    await api.triggerBroadcast(12, {}, { emails: items2.slice(start, start + 10_000) });
  }
}
