// Callbacks of the methods of arrays.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function each(ids: string[]) {
  ids.forEach((id) => cio.destroy(id));
//                    ^^^^^^^^^^^ warning[floating-promise]: `forEach` does not wait for the promise of `destroy`
  ids.forEach((id) => {
    cio.suppress(id);
//  ^^^^^^^^^^^^ warning[floating-promise]: the promise of `suppress` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  });
  ids.forEach(async (id) => {
    await cio.destroy(id);
//        ^^^^^^^^^^^ warning[floating-promise]: `forEach` does not wait for the promise of `destroy`
  });
  ids.forEach(async (id) => {
    try {
      await cio.destroy(id);
    } catch (error) {
      console.error(error);
    }
  });
  ids.forEach((id) => cio.destroy(id).catch(console.error));
}

export async function collected(ids: string[]) {
  ids.map((id) => cio.destroy(id));
//                ^^^^^^^^^^^ warning[floating-promise]: the promises of `destroy` that `map` collects are not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  ids.map(async (id) => {
    await cio.destroy(id);
//        ^^^^^^^^^^^ warning[floating-promise]: the promises of `destroy` that `map` collects are not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  });
  await Promise.all(
    ids.map((id) => {
      cio.identify(id);
//    ^^^^^^^^^^^^ warning[floating-promise]: the callback of `map` does not return the promise of `identify`: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
    }),
  );
  await Promise.all(
    ids.map(async (id) => {
      cio.identify(id);
//    ^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
    }),
  );
  await Promise.all(
    ids.map((id) => {
      return cio.identify(id);
    }),
  );
  await Promise.all(
    ids.map(async (id) => {
      await cio.identify(id);
    }),
  );
}

export async function severalStatements(ids: string[]) {
  await Promise.all(
    ids.map((id) => {
      cio.suppress(id);
//    ^^^^^^^^^^^^ warning[floating-promise]: the callback of `map` does not return the promise of `suppress`: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
      cio.destroy(id);
//    ^^^^^^^^^^^ warning[floating-promise]: the callback of `map` does not return the promise of `destroy`: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
    }),
  );
  await Promise.all(
    ids.map((id) => {
      if (id) cio.suppress(id);
//            ^^^^^^^^^^^^ warning[floating-promise]: the callback of `map` does not return the promise of `suppress`: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
    }),
  );
  for (const id of ids) cio.destroy(id);
//                      ^^^^^^^^^^^ warning[floating-promise]: the promise of `destroy` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
}

export function plain(ids: string[]) {
  ids.forEach((id) => cio.destroy(id));
//                    ^^^^^^^^^^^ warning[floating-promise]: `forEach` does not wait for the promise of `destroy`
  ids.map((id) => cio.destroy(id));
//                ^^^^^^^^^^^ warning[floating-promise]: the promises of `destroy` that `map` collects are not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
}
