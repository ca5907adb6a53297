// What a plugin adds to the types of others is known where the plugin is imported.
import Fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import type { Request } from "express";
import "./plugin";

export const routes = async (app: FastifyInstance) => {
  await app.cio.identify({}, {});
//                       ^^ warning[non-string-id]
};
export const handler = async (request: FastifyRequest) => {
  await request.server.cio.identify({}, {});
//                                  ^^ warning[non-string-id]
};
export const route = async (req: Request) => {
  await req.cio.identify({}, {});
//                       ^^ warning[non-string-id]
  await globalThis.shared.identify({}, {});
//                                 ^^ warning[non-string-id]
};
export const app = Fastify();
//- /src/plugin.ts
import { TrackClient } from "customerio-node";

declare module "fastify" {
  interface FastifyInstance {
    cio: TrackClient;
  }
}
declare global {
  var shared: TrackClient;
  namespace Express {
    interface Request {
      cio: TrackClient;
    }
  }
}
//- /src/alone.ts
// Nothing that is imported here tells of it.
import type { Request } from "express";

export const route = async (req: Request) => {
  await req.cio.identify({}, {});
};
