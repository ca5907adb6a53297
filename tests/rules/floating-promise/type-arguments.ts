import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

async function send<Data extends object>(id: string, data: Data): Promise<boolean> {
  await cio.track(id, { name: "sent", data });
  return true;
}

export async function all(id: string) {
  await send<Record<string, unknown>>(id, {});
  const sent = await send<{ plan: string }>(id, { plan: "free" });
  if (!(await send<object>(id, {})) || !await send<object>(id, {})) return sent;
  void send<object>(id, {});
  await send<object>(id, {}).catch(console.error);
  return sent && await send<object>(id, {});
}

export function dropped(id: string) {
  send<Record<string, unknown>>(id, {});
//^^^^ warning[floating-promise]: the promise of `send` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  return 1;
}
