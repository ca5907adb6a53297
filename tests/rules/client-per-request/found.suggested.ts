import { APIClient, SendEmailRequest, TrackClient } from "customerio-node";
import express from "express";

const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);
const api = new APIClient(process.env.CIO_APP_KEY!);

const app = express();
app.post("/sign-up", async (req, res) => {
  await cio.identify(String(req.body.id), { plan: "free" });
  res.end();
});
export async function GET() {
  await api.listCampaigns();
  return new Response();
}
export async function all(addresses: string[]) {
  for (const address of addresses) {
    await new APIClient(process.env.CIO_APP_KEY!).sendEmail(
      new SendEmailRequest({ to: address, transactional_message_id: 1, identifiers: { email: address } }),
    );
  }
}
