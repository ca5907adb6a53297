// What may be written for another class is to be sent, and is not taken out.
import { PipelinesClient } from "customerio-node";

const pipelines = new PipelinesClient(process.env.CUSTOMERIO_PIPELINES_WRITE_KEY!);
declare function save(value: unknown): any;

export async function send(id: any, traits: object) {
  await pipelines.identify(id, traits);
//                             ^^^^^^ warning[extra-argument]: `identify` takes only one argument: the SDK ignores this argument
  await pipelines.identify({ userId: id, traits: {} }, traits);
//                                                     ^^^^^^ warning[extra-argument]: `identify` takes only one argument: the SDK ignores this argument
}
