// What a framework hands on under a name is what the file puts there, if that is clients of one kind and nothing else.
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import Koa from "koa";
import { APIClient, TrackClient } from "customerio-node";

const client = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

const server = fastify();
server.decorateRequest("people", null);
server.decorate("people", client);
server.post("/users", async (request: any) => {
  await server.people.identify(request.body.id, { created_at: Math.floor(Date.now() / 1000) });
  await request.server.people.identify(request.body.id, { created_at: Math.floor(Date.now() / 1000) });
});

const app = express();
app.locals.customers = client;
app.set("track", client);
app.use((req: any, res: any, next: any) => {
  req.customerio = client;
  next();
});
app.post("/users", async (req: any, res: any) => {
  await req.app.locals.customers.identify(req.body.id, { created_at: Math.floor(Date.now() / 1000) });
  await req.app.get("track").identify(req.body.id, { created_at: Math.floor(Date.now() / 1000) });
  await req.customerio.identify(req.body.id, { created_at: Math.floor(Date.now() / 1000) });
  res.sendStatus(204);
});

const hono = new Hono();
hono.use(async (c: any, next: any) => {
  c.set("cio", client);
  await next();
});
hono.post("/users", async (c: any) => {
  await c.get("cio").identify(c.req.param("id"), { created_at: Math.floor(Date.now() / 1000) });
  await c.var.cio.identify(c.req.param("id"), { created_at: Math.floor(Date.now() / 1000) });
  return c.body(null);
});

const koa = new Koa();
koa.context.customer = client;
koa.use(async (ctx: any) => {
  await ctx.customer.identify(ctx.params.id, { created_at: Math.floor(Date.now() / 1000) });
});

// Two kinds of clients, or something else, under one name; a name that nothing is put under; another object.
const segment = { identify(id: string, data: object) { console.log(id, data); } };
app.set("either", client);
app.set("either", api);
app.locals.sometimes = client;
server.decorate("sometimes", segment);
app.locals.given = client;
export const context = () => ({ given: segment });
app.post("/silent", async (req: any, res: any) => {
  await req.app.get("either").identify("1", { created_at: Date.now() });
  await req.app.locals.sometimes.identify("1", { created_at: Date.now() });
  await req.given.identify("1", { created_at: Date.now() });
  await req.analytics.identify("1", { created_at: Date.now() });
  await res.get("analytics").identify("1", { created_at: Date.now() });
  await context().given.identify("1", { created_at: Date.now() });
});
// No handler: what it is given may come from anywhere.
export async function anywhere(services: any) {
  await services.customers.identify("1", { created_at: Date.now() });
}
