// What a declaration file of the project says of globals and of other packages holds without an import.
import type { FastifyRequest } from "fastify";
import type { Request } from "express";

export const handler = async (request: FastifyRequest) => {
  await request.server.cio.identify({}, {});
//                                  ^^ warning[non-string-id]
};
export const route = async (req: Request) => {
  await req.cio.identify({}, {});
//                       ^^ warning[non-string-id]
};
export const everywhere = async () => {
  await cio.identify({}, {});
//                   ^^ warning[non-string-id]
  await globalThis.shared.identify({}, {});
//                                 ^^ warning[non-string-id]
  await shared.identify({}, {});
//                      ^^ warning[non-string-id]
  await window.analytics.identify({}, {});
//                                ^^ warning[non-string-id]
  await other.identify({}, {});
};
export const shadowed = async (cio: { identify(a: object, b: object): void }) => cio.identify({}, {});
//- /src/fastify.d.ts
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
// This file is a module: what it declares beside `global` is its own.
declare const other: TrackClient;
//- /src/globals.d.ts
declare const cio: import("customerio-node").TrackClient;
interface Window {
  analytics: import("customerio-node").TrackClient;
}
