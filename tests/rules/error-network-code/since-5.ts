//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const OFFLINE = ["ENOTFOUND", "EAI_AGAIN"];

export async function compared(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    if (err.code === "ECONNRESET" || (err as any)?.code == "ETIMEDOUT") return false;
//      ^^^^^^^^ warning[error-network-code]: since 5.0 network errors of the SDK have their code in `cause`: `ECONNRESET` is never found here
//                                   ^^^^^^^^^^^^^^^^^^ warning[error-network-code]: since 5.0 network errors of the SDK have their code in `cause`: `ETIMEDOUT` is never found here
    if (OFFLINE.includes(err.code)) return false;
//                       ^^^^^^^^ warning[error-network-code]: since 5.0 network errors of the SDK have their code in `cause`: `ENOTFOUND` is never found here
    switch (err.code) {
//          ^^^^^^^^ warning[error-network-code]: since 5.0 network errors of the SDK have their code in `cause`: `ECONNREFUSED` is never found here
      case "ECONNREFUSED":
        return false;
    }
    const { code } = err;
//          ^^^^ warning[error-network-code]: since 5.0 network errors of the SDK have their code in `cause`: `EPIPE` is never found here
    if (code === "EPIPE") return false;
    throw err;
  }
}
