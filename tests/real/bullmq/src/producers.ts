import { cioQueue } from "./queues.js";

export const identifyLater = (id: string, attributes: Record<string, string | number>) =>
  cioQueue.add("identify", { kind: "identify", id, attributes });

export async function trackLater(id: string, name: string, data?: Record<string, unknown>): Promise<void> {
  await cioQueue.add("track", { kind: "track", id, name, at: Date.now(), data });
}
