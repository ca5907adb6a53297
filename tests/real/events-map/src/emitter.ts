import { EventEmitter } from "node:events";
import { onOrder } from "./events";

export const bus = new EventEmitter({ captureRejections: true });

bus.on("order", async ({ userId, order }) => {
  try {
    await onOrder(userId, order); // call
  } catch (error) {
    bus.emit("error", error);
  }
});
