import { Hono } from "hono";
import { zValidator } from "@hono/zod-validator";
import { z } from "zod";
import type { AppEnv } from "./index";

const schema = z.object({ id: z.string(), email: z.string().email() });

export const signUps = new Hono<AppEnv>()
  .post("/", zValidator("json", schema), async (c) => {
    const { id, email } = c.req.valid("json");
    const now = Math.trunc(Date.now() / 1000);
    await c.var.cio.identify(id, { email, created_at: now });
    c.executionCtx.waitUntil(c.var.cio.track(id, { name: "signed_up", timestamp: now }));
    return c.json({ id }, 201);
  })
  .post("/planted", async (c) => {
    const { id } = await c.req.json();
    c.get("cio").suppress(id); // floating-promise
    return c.body(null, 204);
  });
