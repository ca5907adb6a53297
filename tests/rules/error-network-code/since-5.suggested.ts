//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const OFFLINE = ["ENOTFOUND", "EAI_AGAIN"];

export async function compared(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    if (err.code === "ECONNRESET" || (err as any)?.code == "ETIMEDOUT") return false;
    if (OFFLINE.includes(err.cause?.code)) return false;
    switch (err.cause?.code) {
      case "ECONNREFUSED":
        return false;
    }
    const { code } = err;
    if (code === "EPIPE") return false;
    throw err;
  }
}
