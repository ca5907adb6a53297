// A method that a type puts in the place of the client's has arguments of its own.
import type { TrackClient } from "customerio-node";

type Named = Omit<TrackClient, "track"> & { track(name: string, data?: object): Promise<void>; flush(): Promise<void> };
interface Short extends Omit<TrackClient, "track"> {
  track(name: string): Promise<void>;
}
type More = TrackClient & { flush(): Promise<void> };

export async function all(named: Named, short: Short, more: More) {
  await named.track("signed_up", { plan: "pro" });
  await named.flush();
  await short.track("signed_up");
  await more.flush();
  await more.track("1", { data: {} } as any);
//                      ^^^^^^^^^^^^^^^^^^^ error[track-missing-name]
}
