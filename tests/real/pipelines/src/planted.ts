import { cdp } from "./cdp";

export async function planted(userId: string) {
  await cdp.track(userId as any, { name: "planted" } as any); // extra-argument
}
