import type { FastifyInstance } from "fastify";

export default async function planted(fastify: FastifyInstance) {
  fastify.get("/ping/:id", async (request: any) => {
    fastify.cio.track(request.params.id, { name: "pinged" }); // floating-promise
    return { ok: true };
  });
  fastify.delete("/people/:id", async (request: any, reply) => {
    await request.server.cio.identify(request.params.id, { left_at: new Date().toISOString() }); // timestamp-not-unix
    reply.code(204);
  });
}
