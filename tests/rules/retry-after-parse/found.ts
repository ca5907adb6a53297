import { TrackClient } from "customerio-node";
import { again } from "./again";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
declare function sleep(ms: number): Promise<void>;

export async function a(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    await sleep(Number(err.response?.headers?.["retry-after"]) * 1000);
    //                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[retry-after-parse]: this is NaN when the header is missing
  }
}
export async function b(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    const pause = 1000 * parseInt(err.response.headers["retry-after"], 10);
    //                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[retry-after-parse]
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
export const c = (id: string) =>
  cio.identify(id, {}).catch((err) => Number.parseFloat(err.response.headers["retry-after"]) * 1e3);
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[retry-after-parse]
export const d = (id: string) => again(() => cio.track(id, { name: "seen" }));
//                               ^^^^^ hint[retry-after-parse]: in its error handler, this is NaN when the header is missing
//- /src/again.ts
export async function again<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (err: any) {
    await new Promise((resolve) => setTimeout(resolve, Number(err.response?.headers?.["retry-after"]) * 1000));
    return send();
  }
}
