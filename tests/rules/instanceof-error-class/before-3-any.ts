//@ sdk = 2.1.1
// In TypeScript nothing can be read of an error that is not `any`; one that a callback gets is.
import TrackClient from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function seen(id: string) {
  try {
    await cio.track(id, { name: "seen" });
  } catch (err: any) {
    if (err instanceof Error) console.error(err.message);
//      ^^^^^^^^^^^^^^^^^^^^ warning[instanceof-error-class]: the error is never `instanceof Error`: the installed version of the SDK rejects with a plain object
  }
}

export async function unknown(id: string) {
  try {
    await cio.track(id, { name: "seen" });
  } catch (err) {
    if (err instanceof Error) console.error(err.message);
//      ^^^^^^^^^^^^^^^^^^^^ warning[instanceof-error-class]: the error is never `instanceof Error`: the installed version of the SDK rejects with a plain object
  }
}

export const called = (id: string) =>
  cio.track(id, { name: "seen" }).catch((err) => {
    if (err instanceof Error) console.error(err.message);
//      ^^^^^^^^^^^^^^^^^^^^ warning[instanceof-error-class]: the error is never `instanceof Error`: the installed version of the SDK rejects with a plain object
  });
