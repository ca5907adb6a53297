import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { TrackClient } from "customerio-node";
import { signUps } from "./sign-ups";

export type AppEnv = {
  Bindings: { CIO_SITE_ID: string; CIO_TRACK_KEY: string };
  Variables: { cio: TrackClient };
};

let cio: TrackClient | undefined;
const withCustomerio = createMiddleware<AppEnv>(async (c, next) => {
  cio ??= new TrackClient(c.env.CIO_SITE_ID, c.env.CIO_TRACK_KEY);
  c.set("cio", cio);
  await next();
});

const app = new Hono<AppEnv>();
app.use(withCustomerio);
app.route("/sign-ups", signUps);

export default app;
