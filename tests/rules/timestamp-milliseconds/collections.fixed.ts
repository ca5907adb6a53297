// Times that come out of lists, sets, maps and promises.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

interface Order {
  id: string;
  at: Date;
  end: Date;
  n: number;
}
const unix = (date: Date) => Math.floor(date.getTime() / 1000);

const compact = (attributes: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
const without = (attributes: Record<string, unknown>, left: string[]) =>
  Object.fromEntries(Object.entries(attributes).filter(([key]) => !left.includes(key)));
const stringsOnly = (attributes: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => typeof value === "string"));

export async function found(id: string, orders: Order[], dates: Date[], times: string[]) {
  const known = [Date.now(), Date.parse(times[0]!)];
  await cio.identify(id, { last_at: Math.floor(Math.max(...known) / 1000) });
  await cio.identify(id, { last_at: Math.floor(Math.max(0, ...dates.map((date) => date.getTime())) / 1000) });
  await cio.identify(id, { first_at: Math.floor(Math.min.apply(null, known) / 1000) });
  await cio.identify(id, { last_at: orders.reduce((last, order) => Math.max(last, order.at.getTime()), 0) });
  await cio.identify(id, { last_at: orders.map((order) => order.at.getTime())[0] });
  await cio.identify(id, { last_at: Array.from(orders, (order) => +order.at).at(-1) });
  await cio.identify(id, { last_at: new Map(orders.map((order) => [order.id, +order.at])).get("1") });
  await cio.identify(id, { last_at: Object.fromEntries(orders.map((order) => [order.id, +order.at]))["1"] });
  await cio.identify(id, { last_at: Math.floor(await Promise.resolve(Date.now()) / 1000) });
  await cio.identify(id, { last_at: (await Promise.all(orders.map(async (order) => +order.at)))[0] });
  await cio.identify(id, compact({ last_at: Math.floor(Date.now() / 1000), plan: undefined }));
  const a = dates[0]!.getTime();
  const b = dates[1]!.getTime();
  await cio.identify(id, { last_at: a > b ? Math.floor(a / 1000) : Math.floor(b / 1000) });
}

export async function silent(id: string, orders: Order[], dates: Date[], at: number) {
  await cio.identify(id, without({ last_at: Date.now(), plan: "pro" }, ["last_at"]));
  await cio.identify(id, stringsOnly({ last_at: Date.now(), plan: "pro" }));
  await cio.identify(id, { last_at: Math.max(...orders.map((order) => unix(order.at))) });
  await cio.identify(id, { last_at: Math.max(0, ...orders.map((order) => order.n)) });
  await cio.identify(id, { last_at: orders.reduce((last, order) => Math.max(last, unix(order.at)), 0) });
  await cio.identify(id, { last_at: orders.reduce((sum, order) => sum + (+order.end - +order.at), 0) });
  await cio.identify(id, { last_at: orders.reduce((most, order) => (order.n > most ? order.n : most), 0) });
  await cio.identify(id, { last_at: orders.map((order) => order.at.getTime()).map((ms) => Math.floor(ms / 1000))[0] });
  await cio.identify(id, { last_at: Array.from(orders, (order) => unix(order.at)).at(-1) });
  await cio.identify(id, { last_at: new Map(orders.map((order) => [order.id, unix(order.at)])).get("1") });
  await cio.identify(id, { last_at: [Date.now(), 12].find((time) => time < 100) });
  await cio.identify(id, { last_at: Math.floor(dates.reduce((last, date) => Math.max(last, +date), 0) / 1000) });
  await cio.identify(id, { last_at: (await Promise.all(orders.map(async (order) => unix(order.at))))[0] });
  await cio.identify(id, { last_at: new Map(orders.map((order) => [order.id, +order.at])).size });
  await cio.identify(id, { last_at: at > 1e12 ? at / 1000 : at });
  await cio.identify(id, { last_at: orders.reduce((count) => count + 1, 0) });
}

class Bag {
  at(index: number) {
    return index;
  }
  find(test: () => number) {
    return test() > 0 ? 1 : 0;
  }
}
export const own = (id: string, bag: Bag) =>
  cio.identify(id, { last_at: bag.at(0), first_at: bag.find(() => Date.now()) });
