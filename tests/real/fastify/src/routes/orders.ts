import type { FastifyPluginAsync } from "fastify";

interface Order {
  id: string;
  customerId: string;
  total: number;
  placedAt: string;
}

const orders: FastifyPluginAsync = async (fastify) => {
  fastify.post<{ Body: Order }>("/orders", async (request, reply) => {
    const order = request.body;
    try {
      await fastify.cio.track(order.customerId, {
        name: "order_placed",
        timestamp: Math.floor(Date.parse(order.placedAt) / 1000),
        data: { order_id: order.id, total: order.total },
      });
    } catch (error) {
      request.log.warn({ err: error, orderId: order.id }, "event was not sent");
    }
    return reply.code(201).send({ id: order.id });
  });

  fastify.addHook("onClose", async () => {
    fastify.log.info("orders closed");
  });
};

export default orders;
