import fp from "fastify-plugin";
import { RegionEU, TrackClient } from "customerio-node";

declare module "fastify" {
  interface FastifyInstance {
    cio: TrackClient;
  }
}

export default fp(
  async (fastify) => {
    const { CIO_SITE_ID, CIO_TRACK_KEY } = fastify.config;
    fastify.decorate("cio", new TrackClient(CIO_SITE_ID, CIO_TRACK_KEY, { region: RegionEU, timeout: 5000 }));
  },
  { name: "customerio", dependencies: ["config"] },
);
