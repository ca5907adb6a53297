import { Kafka, type EachMessagePayload } from "kafkajs";
import { TrackClient } from "customerio-node";

const kafka = new Kafka({ brokers: process.env.KAFKA_BROKERS!.split(",") });
const consumer = kafka.consumer({ groupId: "customerio" });
const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);

const handlers: Record<string, (id: string, body: any, at: number) => Promise<unknown>> = {
  "user.created": (id, body, at) => cio.identify(id, { email: body.email, created_at: at }),
  "user.deleted": (id) => cio.destroy(id),
  "order.paid": (id, body, at) => cio.track(id, { name: "order_paid", timestamp: at, data: { total: body.total } }),
};

export async function main() {
  await consumer.connect();
  await consumer.subscribe({ topics: Object.keys(handlers) });
  await consumer.run({
    eachMessage: async ({ topic, message }: EachMessagePayload) => {
      const body = JSON.parse(message.value!.toString());
      await handlers[topic]?.(body.user_id, body, Math.floor(Number(message.timestamp) / 1000)); // call
    },
  });
}

export async function planted({ message }: EachMessagePayload) {
  const at = Number(message.timestamp);
  await cio.identify(String(message.key), { consumed_at: Date.now(), produced_at: at }); // timestamp-milliseconds
}
