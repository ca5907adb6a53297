// What may be written for another class is to be sent, and is not taken out.
import { PipelinesClient } from "customerio-node";

const pipelines = new PipelinesClient(process.env.CUSTOMERIO_PIPELINES_WRITE_KEY!);
declare function save(value: unknown): any;

export async function send(id: any, traits: object) {
  await pipelines.identify(id, traits);
  await pipelines.identify({ userId: id, traits: {} });
}
