// What goes by a name is only taken for a client where a framework may hand it over.
const helper = (row: any) => {
  row.cio.identify("1", { last_login_at: Date.now() });
};
function local({ cio }: any) {
  cio.identify("1", { last_login_at: Date.now() });
}
export const rows = (all: any[]) => {
  all.map((row) => row.cio.identify("1", { last_login_at: Date.now() }));
  all.forEach(helper);
  all.forEach(local);
};
export const unsure = (req: any) => req.app.locals.cioTracker.identify("1", { last_login_at: Date.now() });
export const handler = (req: any) => req.app.locals.cio.identify("1", { last_login_at: Math.floor(Date.now() / 1000) });
const late = (req: any) => req.app.locals.cio.identify("1", { last_login_at: Math.floor(Date.now() / 1000) });
export default late;
//- /src/common.cjs
exports.handler = async (req) => req.app.locals.cio.identify("1", { last_login_at: Math.floor(Date.now() / 1000) });
//- /src/app.ts
import express from "express";
import { TrackClient } from "customerio-node";
import { tracker } from "./elsewhere";

const client = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const app = express();
app.locals.cio = client;
app.locals.cioTracker = client;
export const context = () => ({ cioTracker: tracker() });
export const pass = ({ cio }: any) => send({ cio });
