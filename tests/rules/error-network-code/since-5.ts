//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const OFFLINE = ["ENOTFOUND", "EAI_AGAIN"];

export async function compared(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    if (err.code === "ECONNRESET" || (err as any)?.code == "ETIMEDOUT") return false;
//      ^^^^^^^^ warning[error-network-code]: `err.code` is never `ECONNRESET` since 5.0: the SDK sends requests with `fetch`, whose errors have their code in `cause`
//                                   ^^^^^^^^^^^^^^^^^^ warning[error-network-code]: `err.code` is never `ETIMEDOUT` since 5.0: the SDK sends requests with `fetch`, whose errors have their code in `cause`
    if (OFFLINE.includes(err.code)) return false;
//                       ^^^^^^^^ warning[error-network-code]: `err.code` is never `ENOTFOUND` since 5.0: the SDK sends requests with `fetch`, whose errors have their code in `cause`
    switch (err.code) {
//          ^^^^^^^^ warning[error-network-code]: `err.code` is never `ECONNREFUSED` since 5.0: the SDK sends requests with `fetch`, whose errors have their code in `cause`
      case "ECONNREFUSED":
        return false;
    }
    const { code } = err;
//          ^^^^ warning[error-network-code]: `err.code` is never `EPIPE` since 5.0: the SDK sends requests with `fetch`, whose errors have their code in `cause`
    if (code === "EPIPE") return false;
    throw err;
  }
}
