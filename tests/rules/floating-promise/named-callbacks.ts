import { TrackClient } from "customerio-node";
import { label } from "./labels";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const renew = (id: string) => cio.track(id, { name: "plan_renewed" });
async function cancel(id: string) {
  await cio.track(id, { name: "plan_canceled" });
}
async function careful(id: string) {
  try {
    await cio.track(id, { name: "plan_paused" });
  } catch (error) {
    console.error(error);
  }
}

export async function all(ids: string[]) {
  ids.forEach(renew);
  //          ^^^^^ warning[floating-promise]: `forEach` does not wait for the promise of `renew`
  ids.forEach(cancel);
  //          ^^^^^^ warning[floating-promise]: `forEach` does not wait for the promise of `cancel`
  ids.map(renew);
  //      ^^^^^ warning[floating-promise]: the promises of `renew` that `map` collects are not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
}

export class Plans {
  private renew = (id: string) => cio.track(id, { name: "plan_renewed" });
  run(ids: string[]) {
    ids.forEach(this.renew);
    //          ^^^^^^^^^^ warning[floating-promise]: `forEach` does not wait for the promise of `renew`
  }
}

export async function waited(ids: string[], plans: Map<string, string>) {
  await Promise.all(ids.map(renew));
  await Promise.allSettled(ids.map(cancel));
  ids.forEach(careful);
  for (const renewal of ids.map(renew)) await renewal;
  const renewals = ids.map(renew);
  ids.map(label);
  ids.forEach(console.log);
  await Promise.all(renewals);
  return ids.map(cancel);
}
