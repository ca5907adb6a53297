// Callbacks of the methods of arrays.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function each(ids: string[]) {
  await Promise.all(ids.map((id) => cio.destroy(id)));
  await Promise.all(ids.map((id) => {
    return cio.suppress(id);
  }));
  await Promise.all(ids.map(async (id) => {
    await cio.destroy(id);
  }));
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
  await Promise.all(ids.map((id) => cio.destroy(id)));
  await Promise.all(ids.map(async (id) => {
    await cio.destroy(id);
  }));
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
    ids.map(async (id) => {
      await cio.suppress(id);
      return cio.destroy(id);
    }),
  );
  await Promise.all(
    ids.map((id) => {
      if (id) return cio.suppress(id);
    }),
  );
  for (const id of ids) await cio.destroy(id);
}

export function plain(ids: string[]) {
  ids.forEach((id) => cio.destroy(id).catch(console.error));
  ids.map((id) => cio.destroy(id));
}
