import "dotenv/config";
import { APIClient, TrackClient } from "customerio-node";
import { app } from "./app";

const proxy = { url: "https://proxy.example.com" };
const timeout = 5000;
const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!, {
  ...proxy,
  timeout,
});

// Two functions with the same client.
export async function POST(request: Request) {
  await cio.identify(await request.text(), { plan: "free" });
  return new Response();
}

export async function DELETE(request: Request) {
  await cio.destroy(await request.text());
  return new Response();
}

// The name is a parameter of something around it; what is given is of the function; the name is a global's elsewhere.
export const routes = (api: unknown) => {
  app.get("/campaigns", async () => {
    const api = new APIClient(process.env.CIO_APP_KEY!);
    return api.listCampaigns();
  });
  return api;
};
app.get("/segments", async () => {
  const options = { url: "https://proxy.example.com" };
  const client = new APIClient(process.env.CIO_APP_KEY!, options);
  return client.listSegments();
});
app.get("/activities", async () => {
  const fetch = new APIClient(process.env.CIO_APP_KEY!);
  return fetch.listActivities();
});
export const status = () => fetch("https://status.customer.io");
//- /src/app.ts
import express from "express";
export const app = express();
