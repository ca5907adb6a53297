//@ sdk = 5.2.0
import { APIClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const NOBODY = "";

export async function a() {
  await cio.identify("", { plan: "pro" });
//                   ^^ error[empty-argument]: `customerId` is an empty string
  await cio.identify("  ", { plan: "pro" });
//                   ^^^^ error[empty-argument]: `customerId` is an empty string
  await cio.identify(null as any, { plan: "pro" });
//                   ^^^^^^^^^^^ error[empty-argument]: `customerId` is missing
  await cio.track(undefined!, { name: "signed_up" });
//                ^^^^^^^^^^ error[empty-argument]: `customerId` is missing
  await cio.destroy("");
//                  ^^ error[empty-argument]: `customerId` is an empty string
  await cio.suppress(NOBODY);
//                   ^^^^^^ error[empty-argument]: `customerId` is an empty string
  await cio.addDevice("1", "", "ios");
//                         ^^ error[empty-argument]: `device_id` is an empty string
  await cio.addDevice("1", undefined as unknown as string, "ios");
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[empty-argument]: `device_id` is missing
  await cio.deleteDevice("1", "");
//                            ^^ error[empty-argument]: `deviceToken` is an empty string
  await cio.trackPageView("1", "");
//                             ^^ error[empty-argument]: `path` is an empty string
  await cio.trackPageView("", "");
//                        ^^ error[empty-argument]: `customerId` is an empty string
  await api.getCustomersByEmail("");
//                              ^^ error[empty-argument]: `email` is an empty string
  await (cio as any).identify();
//                   ^^^^^^^^ error[empty-argument]: `identify` is called without `customerId`: the SDK throws "customerId is required" and sends nothing
}
// Through functions of the project.
const remove = (id: string) => cio.destroy(id);
async function update(id: string, isOn: boolean) {
  if (isOn) await cio.identify(id, { plan: "pro" });
}
export const b = () => remove("");
//                            ^^ error[empty-argument]: `customerId` is an empty string
export const c = (isOn: boolean) => update("", isOn);
//                                         ^^ warning[empty-argument]: `customerId` may be an empty string: `identify` then throws "customerId is required" and sends nothing
// What falls back to nothing.
export async function d(user: { id?: string; token: string | null }) {
  await cio.identify(user.id ?? "", { plan: "pro" });
//                   ^^^^^^^^^^^^^ warning[empty-argument]: `customerId` may be an empty string: `identify` then throws "customerId is required" and sends nothing
  await cio.identify(user.id || "", { plan: "pro" });
//                   ^^^^^^^^^^^^^ warning[empty-argument]: `customerId` may be an empty string: `identify` then throws "customerId is required" and sends nothing
  await cio.addDevice("1", user.token ?? "", "ios");
//                         ^^^^^^^^^^^^^^^^ warning[empty-argument]: `device_id` may be an empty string: `addDevice` then throws "device_id is required" and sends nothing
  await cio.identify(user ? user.token! : "", { plan: "pro" });
//                   ^^^^^^^^^^^^^^^^^^^^^^^ warning[empty-argument]: `customerId` may be an empty string: `identify` then throws "customerId is required" and sends nothing
}
