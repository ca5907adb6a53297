//@ sdk = 5.2.0
// A cast changes no value.
import { TrackClient } from "customerio-node";
import mongoose, { Types } from "mongoose";
import { ObjectId } from "mongodb";

class UserId {
  constructor(readonly value: string) {}
}
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const made = new ObjectId();
export async function a(known: any) {
  await cio.identify(new ObjectId() as any, { plan: "pro" });
//                   ^^^^^^^^^^^^^^^^^^^^^ error[non-string-id]: expected a string or a number as the person's id, found an object
  await cio.identify(<any>new Types.ObjectId(), { plan: "pro" });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^ error[non-string-id]: expected a string or a number as the person's id, found an object
  await cio.identify((new mongoose.Types.ObjectId())! as unknown as string, { plan: "pro" });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[non-string-id]: expected a string or a number as the person's id, found an object
  await cio.identify(made as any, { plan: "pro" });
//                   ^^^^^^^^^^^ error[non-string-id]: expected a string or a number as the person's id, found an object
  await cio.identify(new UserId("1") as any, { plan: "pro" });
//                   ^^^^^^^^^^^^^^^^^^^^^^ error[non-string-id]: expected a string or a number as the person's id, found an object
  await cio.identify(new Date() satisfies unknown as any, { plan: "pro" });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[non-string-id]: expected a string or a number as the person's id, found a date
  await cio.identify(known as string, { plan: "pro" });
  await cio.identify(new ObjectId().toString() as any, { plan: "pro" });
  await cio.identify(String(new ObjectId()), { plan: "pro" });
  await cio.identify(new ObjectId().toHexString(), { plan: "pro" });
  await cio.identify(`${new ObjectId()}`, { plan: "pro" });
}
