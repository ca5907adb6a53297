import Koa from "koa";
import Router from "@koa/router";
import bodyParser from "koa-bodyparser";
import { TrackClient } from "customerio-node";
import * as accounts from "./accounts.js";

const app = new Koa();
app.context.cio = new TrackClient(process.env.CIO_SITE_ID, process.env.CIO_API_KEY);

const router = new Router({ prefix: "/accounts" });
router.post("/", accounts.create);
router.put("/:id", accounts.update);
router.delete("/:id", accounts.remove);

app.use(bodyParser());
app.use(router.routes()).use(router.allowedMethods());
app.listen(Number(process.env.PORT) || 8080);
