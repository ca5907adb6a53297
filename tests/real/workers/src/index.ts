import { CustomerIORequestError, TrackClient } from "customerio-node";

export interface Env {
  CUSTOMERIO_SITE_ID: string;
  CUSTOMERIO_TRACK_API_KEY: string;
  EVENTS: Queue<{ id: string; name: string; at: number }>;
}

const clients = new WeakMap<object, TrackClient>();
function clientOf(env: Env): TrackClient {
  let client = clients.get(env);
  if (!client) {
    client = new TrackClient(env.CUSTOMERIO_SITE_ID, env.CUSTOMERIO_TRACK_API_KEY);
    clients.set(env, client);
  }
  return client;
}

export default {
  async fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    const { id, name } = await request.json<{ id: string; name: string }>();
    ctx.waitUntil(env.EVENTS.send({ id, name, at: Date.now() }));
    return new Response(null, { status: 202 });
  },

  async queue(batch: MessageBatch<{ id: string; name: string; at: number }>, env: Env): Promise<void> {
    const cio = clientOf(env);
    for (const message of batch.messages) {
      const { id, name, at } = message.body;
      try {
        await cio.track(id, { name, timestamp: Math.floor(at / 1000) });
        message.ack();
      } catch (error) {
        if (error instanceof CustomerIORequestError && error.statusCode === 400) message.ack();
        else message.retry();
      }
    }
  },
} satisfies ExportedHandler<Env, { id: string; name: string; at: number }>;
