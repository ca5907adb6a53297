// Dates that come out of lists, sets and maps.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

interface Order {
  id: string;
  at: Date;
}

export async function found(id: string, orders: Order[], dates: Date[], at: Date) {
  await cio.identify(id, { last_at: dates.at(-1) });
  await cio.identify(id, { last_at: dates.slice(-1)[0] });
  await cio.identify(id, { last_at: dates.filter(Boolean).toSorted((a, b) => +a - +b)[0] });
  await cio.identify(id, { last_at: dates.concat([at])[0] });
  await cio.identify(id, { last_at: [dates].flat()[0] });
  await cio.identify(id, { last_at: orders.flatMap((order) => [order.at])[0] });
  await cio.identify(id, { last_at: orders.find((order) => order.at > at)?.at });
  await cio.identify(id, { last_at: orders.reduce((last, order) => (order.at > last ? order.at : last), at) });
  await cio.identify(id, { last_at: [...new Set(dates)][0] });
  await cio.identify(id, { last_at: Array.from(new Set(dates))[0] });
  await cio.identify(id, { last_at: new Map(orders.map((order) => [order.id, order])).get("1")?.at });
  await cio.identify(id, { last_at: Object.fromEntries(orders.map((order) => [order.id, order.at])).x });
  for (const [, date] of Object.entries({ first: at, last: at })) {
    await cio.identify(id, { last_at: date && Math.floor(date.getTime() / 1000) });
  }
  for (const [, date] of dates.entries()) {
    await cio.identify(id, { last_at: date && Math.floor(date.getTime() / 1000) });
  }
}

export async function silent(id: string, orders: Order[], dates: Date[], at: Date) {
  for (const [index] of dates.entries()) {
    await cio.identify(id, { last_at: index });
  }
  for (const [key] of Object.entries({ first: at })) {
    await cio.identify(id, { last_at: key });
  }
  await cio.identify(id, { last_at: Object.values({ first: at, count: 12 })[1] });
  await cio.identify(id, { last_at: dates.findIndex((date) => date > at) });
  await cio.identify(id, { last_at: dates.map((_, index) => index)[0] });
  await cio.identify(id, { last_at: new Set(dates).size });
  await cio.identify(id, { last_at: [...dates.keys()][0] });
  await cio.identify(id, { last_at: dates.at(-1)?.getFullYear() });
  await cio.identify(id, { last_at: orders.reduce((count, order) => (order.at > at ? count + 1 : count), 0) });
}
