//@ sdk = 5.2.0
import fs from "node:fs/promises";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function both(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    if (err.code === "ECONNRESET" || err.cause?.code === "ECONNRESET") return false;
    throw err;
  }
}

export async function mixed(id: string) {
  try {
    const plan = await fs.readFile(id, "utf8");
    await cio.identify(id, { plan });
  } catch (err: any) {
    if (err.code === "ENOTFOUND") return false;
    throw err;
  }
}

export async function others(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    if (err.code === "ERR_INVALID_URL" || err.cause?.code === "ENOTFOUND") return false;
    throw err;
  }
}
